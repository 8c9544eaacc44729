"""From which day the limits of a case are counted."""

from kith.ui import fields, forms


class CountFrom(forms.Form):
    """A day; without one, that on which the case was opened."""

    counted_from = fields.Date(
        "Count from another day", hint="Such as that of the referral", required=False, say_optional=False
    )
