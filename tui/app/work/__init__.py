"""What goes on beside the screen: threads that ask the library, the build, its news."""
