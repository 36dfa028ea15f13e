-- One may also not want to be found by name (RECHERCHE, RGPD, article 21, by the officer, for a reason of one's own).
-- What the officer has set ends on a day that the person was told before (article 18, 3): `finie_le` may be to come,
-- and until then it holds.
alter table rgpd.reserve drop constraint reserve_genre_check;
alter table rgpd.reserve add constraint reserve_genre_check check (genre in ('COMPTAGE', 'LIMITATION', 'RECHERCHE'));
