"""The look and feel of every page: base page, GOV.UK and MOJ components, form fields, formats, small scripts.

Knows no social-work noun: rooms hand it words and plain values.
"""
