package fr.entecole.annuaire.ecoles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.ecoles.LectureDesEcoles.Ecole;
import fr.entecole.annuaire.noms.Enseignant;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Dates;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// One school as the region sees it: its state and how it came to it, who directs it, its classes. No pupil.
@Component
class FicheDEcole {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final LectureDesEcoles ecoles;
    private final JdbcClient jdbc;

    FicheDEcole(LectureDesEcoles ecoles, JdbcClient jdbc) {
        this.ecoles = ecoles;
        this.jdbc = jdbc;
    }

    Optional<Fiche> of(UUID id) {
        return ecoles.one(id).map(ecole -> {
            var team = team(id);
            return new Fiche(
                    ecole,
                    team.stream().filter(Membre::directs).map(Membre::direction).toList(),
                    classes(id, team.stream().map(Membre::enseignant).toList()),
                    periods(id));
        });
    }

    private List<Membre> team(UUID ecole) {
        return jdbc.sql("""
                        select p.id, p.civilite, p.prenom, p.nom, bool_or(q.directeur) as directeur
                          from annuaire.equipe q join annuaire.personnel p on p.id = q.personne_id
                         where q.ecole_id = :ecole group by p.id order by p.nom, p.prenom
                        """)
                .param("ecole", ecole)
                .query((rs, _) -> new Membre(
                        new Direction(
                                Colonnes.uuid(rs, "id"), Noms.complet(rs.getString("prenom"), rs.getString("nom"))),
                        new Enseignant("", Noms.personne(rs.getString("nom"))),
                        rs.getBoolean("directeur")))
                .list();
    }

    /// @param team who gives a class back the accents of its teacher's name
    private List<Classe> classes(UUID ecole, List<Enseignant> team) {
        return jdbc.sql("""
                        select c.id, c.libelle, count(e.id) as eleves,
                               string_agg(distinct e.niveau, ', ') as niveaux, min(e.niveau_code) as rang
                          from annuaire.classe c
                          left join annuaire.inscrit i on i.classe_id = c.id
                          left join annuaire.eleve e on e.id = i.eleve_id
                         where c.structure_id = :ecole and c.archivee_le is null
                         group by c.id
                        union all
                        select null, null, count(*), null, null from annuaire.sans_classe
                         where ecole_id = :ecole having count(*) > 0
                         order by rang, libelle
                        """)
                .param("ecole", ecole)
                .query((rs, _) ->
                        new Classe(named(rs.getString("libelle"), team), rs.getString("niveaux"), rs.getInt("eleves")))
                .list();
    }

    private static String named(@Nullable String libelle, List<Enseignant> team) {
        return libelle == null ? t("Sans classe") : Noms.classe(libelle, team);
    }

    private List<Periode> periods(UUID ecole) {
        return jdbc.sql("""
                        select ouverte_le, fermee_le, motif, ouverte_par from annuaire.ouverture
                         where structure_id = :ecole order by ouverte_le desc
                        """)
                .param("ecole", ecole)
                .query((rs, _) -> new Periode(
                        day(rs.getObject("ouverte_le", OffsetDateTime.class)),
                        day(rs.getObject("fermee_le", OffsetDateTime.class)),
                        rs.getString("motif")))
                .list();
    }

    private static @Nullable LocalDate day(@Nullable OffsetDateTime instant) {
        return instant == null ? null : instant.atZoneSameInstant(PARIS).toLocalDate();
    }

    /// @param classes the last one of the pupils who are in none, where there are any
    /// @param periodes the latest first
    record Fiche(Ecole ecole, List<Direction> direction, List<Classe> classes, List<Periode> periodes) {}

    record Direction(UUID id, String nom) {}

    private record Membre(Direction direction, Enseignant enseignant, boolean directs) {}

    record Classe(String libelle, @Nullable String niveaux, int eleves) {}

    /// A time during which the school was open.
    ///
    /// @param jusque null while it lasts
    /// @param motif why it ended
    record Periode(
            @Nullable LocalDate depuis,
            @Nullable LocalDate jusque,
            @Nullable String motif) {

        String dates() {
            var from = depuis == null ? "" : words(depuis);
            if (jusque == null) {
                return t("Ouverte depuis le {0}.", from);
            }
            return jusque.equals(depuis)
                    ? t("Ouverte le {0}, fermée le même jour.", from)
                    : t("Ouverte du {0} au {1}.", from, words(jusque));
        }

        private static String words(LocalDate day) {
            return Dates.jour(day) + " " + day.getYear();
        }
    }
}
