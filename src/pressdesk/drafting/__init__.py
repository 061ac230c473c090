"""From loose text to a structured release, with an account of every change.

``recognition`` reads texts, ``templates`` fills forms; import what you use, for both are large.
"""
