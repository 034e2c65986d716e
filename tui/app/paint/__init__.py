"""What all panes are painted with: lines, wrapping, columns, signs and colours."""
