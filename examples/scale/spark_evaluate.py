"""Evaluate a register of audits on a cluster: the files are shared out, one to a task.

    spark-submit examples/scale/spark_evaluate.py OUT FILE.jsonl...

Each file holds an audit a line, and every machine can open it. OUT gets the lines of
`cpe-label evaluate FILE.jsonl... --format jsonl`, in the same order: records, and problems with the
number of their line.
"""

import sys

from pyspark.sql import SparkSession

from cpe_label import evaluate_lines, load_referentials


def main(out: str, *names: str) -> None:
    """Share the files out, and write what they give."""
    context = SparkSession.builder.appName("cpe-label").getOrCreate().sparkContext
    known = context.broadcast(load_referentials())

    def evaluated(name: str) -> list[str]:
        with open(name, "rb") as lines:
            return evaluate_lines(lines, known.value, source=name)

    context.parallelize(names, len(names)).flatMap(evaluated).saveAsTextFile(out)


if __name__ == "__main__":
    main(*sys.argv[1:])
