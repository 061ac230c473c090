"""Everything about .docx files: safe reading, our own writing, and the scan of what leaves."""
