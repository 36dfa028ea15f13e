package fr.entecole.mesure;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Publics;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Decor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Ten weeks of a use that grows, in each open school: more of the families each week, the teachers from the first.
@Component
class DecorMesure implements Decor {

    private static final int WEEKS = 9;

    /// Of a hundred people, the first week and the ninth.
    private static final Map<ProfilMesure, int[]> PARTS = Map.of(
            ProfilMesure.ENSEIGNANT, new int[] {78, 94},
            ProfilMesure.PARENT, new int[] {38, 69},
            ProfilMesure.ELEVE, new int[] {12, 41});

    private final JdbcClient jdbc;
    private final Publics publics;
    private final Semaines semaines;

    DecorMesure(JdbcClient jdbc, Publics publics, Semaines semaines) {
        this.jdbc = jdbc;
        this.publics = publics;
        this.semaines = semaines;
    }

    @Override
    public int ordre() {
        return 900;
    }

    /// The directory of today is counted as every night, and its numbers are those of the weeks before.
    @Override
    public void install(Monde monde) {
        semaines.run();
        var monday = Compteurs.monday(monde.jour());
        for (int back = 1; back <= WEEKS; back++) {
            var lundi = monday.minusWeeks(back);
            int week = WEEKS - back;
            PARTS.forEach((profil, parts) -> jdbc.sql("""
                            insert into mesure.semaine (ecole_id, semaine, profil, venus, inscrits)
                            select ecole_id, :lundi, profil, inscrits * :part / 100, inscrits from mesure.semaine
                             where semaine = :monday and profil = :profil
                            on conflict do nothing
                            """)
                    .param("lundi", lundi)
                    .param("monday", monday)
                    .param("profil", profil.name())
                    .param("part", parts[0] + (parts[1] - parts[0]) * week / (WEEKS - 1))
                    .update());
        }
        List<UUID> ecoles = new ArrayList<>(publics.ecoles(Public.ofRegion(Qui.DIRECTIONS)));
        for (int back = 1; back <= WEEKS; back++) {
            openings(ecoles, monday.minusWeeks(back));
        }
    }

    /// What was opened in each school that week, and in the region as their sum: who came has opened something.
    private void openings(List<UUID> ecoles, LocalDate lundi) {
        jdbc.sql("""
                        with heures as (
                            select * from (values (7, 9), (8, 14), (12, 8), (17, 16), (18, 21), (19, 12)) h (heure, part)),
                        services as (
                            select * from (values ('PAGE_ENT', 100), ('CAHIER_LIAISON', 61), ('GESTION_TEMPS', 18),
                                                  ('STOCKAGE_PARTAGE', 9)) s (service, part)),
                        appareils as (
                            select * from (values ('PARENT', 'SMARTPHONE', 80), ('PARENT', 'ORDINATEUR', 20),
                                                  ('ENSEIGNANT', 'ORDINATEUR', 85), ('ENSEIGNANT', 'SMARTPHONE', 15),
                                                  ('ELEVE', 'TABLETTE', 100)) a (profil, appareil, part)),
                        comptes as (
                            select s.ecole_id, :lundi + j as jour, h.heure, s.profil, v.service, a.appareil,
                                   (s.venus * h.part * v.part * a.part + 999999) / 1000000 as visites
                              from mesure.semaine s
                              join appareils a on a.profil = s.profil
                             cross join heures h cross join services v cross join generate_series(0, 4) j
                             where s.semaine = :lundi and s.ecole_id = any(:ecoles)),
                        tous as (
                            select ecole_id, jour, heure, profil, service, appareil, visites from comptes
                            union all
                            select :region, jour, heure, profil, service, appareil, sum(visites)
                              from comptes group by jour, heure, profil, service, appareil)
                        insert into mesure.compteur
                               (ecole_id, jour, heure, profil, service, appareil, entrees, visites, pages)
                        select ecole_id, jour, heure, profil, service, appareil,
                               case service when 'PAGE_ENT' then visites else 0 end, visites, visites * 3
                          from tous where visites > 0
                        on conflict do nothing
                        """)
                .param("lundi", lundi)
                .param("ecoles", ecoles.toArray(UUID[]::new))
                .param("region", Cle.PARTOUT)
                .update();
    }
}
