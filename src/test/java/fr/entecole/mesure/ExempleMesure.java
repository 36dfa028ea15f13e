package fr.entecole.mesure;

import static fr.entecole.maison.Passant.ADMINISTRATEUR;
import static fr.entecole.maison.Passant.ASSISTANCE;
import static fr.entecole.maison.Passant.ERUN;
import static fr.entecole.maison.Passant.IEN;

import fr.entecole.maison.Exemple;
import fr.entecole.maison.ExempleDeModule;
import fr.entecole.maison.Monde;

/// Openings of the class's teacher, counted and written; a night has passed.
class ExempleMesure implements ExempleDeModule {

    @Override
    public String module() {
        return "mesure";
    }

    @Override
    public void show(Monde monde, Exemple exemple) {
        monde.jdbc().sql("""
                        insert into mesure.marque (semaine, ecole_id, profil, marque)
                        values ('2026-11-23', :ecole, 'ENSEIGNANT', 12) on conflict do nothing
                        """).param("ecole", monde.ecole()).update();
        monde.jdbc().sql("""
                        insert into mesure.compteur
                               (ecole_id, jour, heure, profil, service, appareil, entrees, visites, pages)
                        values (:ecole, '2026-11-24', 8, 'ENSEIGNANT', 'PAGE_ENT', 'ORDINATEUR', 1, 1, 1)
                        on conflict do nothing
                        """).param("ecole", monde.ecole()).update();
        monde.jdbc().sql("""
                        insert into mesure.semaine (ecole_id, semaine, profil, venus, inscrits)
                        values (:ecole, '2026-11-23', 'ENSEIGNANT', 1, 9) on conflict do nothing
                        """).param("ecole", monde.ecole()).update();
        exemple.get("/usages/ecoles/{ecole}")
                .with("ecole", monde.ecole())
                .answers(ADMINISTRATEUR, IEN, ERUN, ASSISTANCE);
    }

    @Override
    public String withoutPeople() {
        return "counts, and marks of sixteen bits that lead to nobody";
    }

    @Override
    public String withoutContenu() {
        return "numbers, nobody's words";
    }

    @Override
    public String withoutRecherche() {
        return "figures are read by territory, on one page";
    }
}
