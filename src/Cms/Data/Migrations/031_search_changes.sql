-- What misspelt words are mended to, and in what order a large archive's stories are found, changes with the statistics.
call watch_public('search_totals');
