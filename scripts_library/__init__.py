"""What is said: the script format, its checks, its words, and the library that ships."""
