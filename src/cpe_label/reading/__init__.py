"""From untrusted bytes to frozen values, with positions."""
