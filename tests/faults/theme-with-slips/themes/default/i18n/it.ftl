home = Adesso a Borgo
welcme = Ciao!
page_of = Pagina { $pagina } di { $pages }
archive Archivio
