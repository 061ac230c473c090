"""Who signed what, and whether a history is whole: keys, verification, heads seen before."""
