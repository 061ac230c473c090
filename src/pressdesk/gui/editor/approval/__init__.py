"""Where quotes stand, in the editor: shown beside the words, noted by hand, asked for."""
