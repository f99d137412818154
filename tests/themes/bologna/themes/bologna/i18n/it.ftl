# One phrase of our own; all others stay those of the default theme.
home = Adesso a Bologna
bologna_welcome = Benvenute e benvenuti a Bologna.
