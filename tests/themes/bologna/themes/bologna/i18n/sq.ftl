# A language that the default theme does not have: what is missing is in Italian.
direction = ltr
autonym = Shqip
home = Të hapura tani
search = Kërko
page_of = Faqja { $page } nga { $pages }
