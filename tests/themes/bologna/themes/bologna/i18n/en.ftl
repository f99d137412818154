home = Now in Bologna
