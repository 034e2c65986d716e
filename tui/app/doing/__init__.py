"""What the reader does with stories: marks them, copies, writes, opens."""
