-- Names are folded in one way wherever they are looked for: search_name, without accents and case, and its index
-- contact_search. The index of another folding only slowed new customers down.
drop index contact_name_trigrams;
