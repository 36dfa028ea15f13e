-- A month that reached four half-days waits on the head's home until something was done since the fourth, or it was said
-- why nothing is to be done.
alter table presences.etape drop constraint etape_sorte_check;
alter table presences.etape add constraint etape_sorte_check
    check (sorte in ('CONTACT', 'ENTRETIEN', 'DOSSIER', 'SANS_SUITE'));
alter table presences.etape add constraint etape_sans_suite_check check (sorte <> 'SANS_SUITE' or note <> '');
create index on presences.etape (ecole_id, eleve_id, mois);

-- A child whom the directory has forgotten, and what was done for them with it: the register keeps the name, and asks
-- nobody to do anything.
alter table presences.nom add column oublie_le timestamptz;

-- Homes remember whom they show (docs/adr/0077).
select socle.fait_annoncer('presences.etape'::regclass, 'select ''absences.'' || ecole_id from t');
