"""Every sentence of the package, in two languages side by side."""
