package fr.entecole.liaison.rendezvous;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Publics;
import fr.entecole.liaison.Mot;
import fr.entecole.liaison.rendezvous.Proposition.Creneau;
import fr.entecole.liaison.rendezvous.Proposition.Part;
import fr.entecole.liaison.rendezvous.Proposition.Prise;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What a mot proposes, who has which slot, who would like which, and who has none.
@Component
class LectureDesRendezVous {

    private static final String PROPOSITION = """
            select p.mot_id, p.ecole_id, p.lieu, p.pour, p.jusqu_au, c.id as creneau_id, c.debut, c.fin,
                   r.id as prise_id, r.eleve_id, r.pour_id, r.responsable_id, r.prise_par_id,
                   e.prenom as eleve_prenom, e.nom as eleve_nom, g.prenom, g.nom
              from liaison.proposition p
              left join liaison.creneau c on c.mot_id = p.mot_id and c.annule_le is null
              left join liaison.reservation r on r.creneau_id = c.id and r.finie_le is null
              left join lateral (select n.prenom, n.nom from annuaire.titulaire n
                                  where n.id = r.eleve_id limit 1) e on true
              left join lateral (select n.prenom, n.nom from annuaire.titulaire n
                                  where n.id = r.responsable_id limit 1) g on true
             where p.mot_id = :mot
            """;

    private final JdbcClient jdbc;
    private final Lectures lectures;
    private final Publics publics;
    private final Appellations appellations;

    LectureDesRendezVous(JdbcClient jdbc, Lectures lectures, Publics publics, Appellations appellations) {
        this.jdbc = jdbc;
        this.lectures = lectures;
        this.publics = publics;
        this.appellations = appellations;
    }

    Optional<Proposition> of(UUID mot) {
        return lectures.read(lecture(mot));
    }

    static Lecture<Optional<Proposition>> lecture(UUID mot) {
        return Lecture.whole(PROPOSITION, Map.of("mot", mot), LectureDesRendezVous::proposition);
    }

    private static Optional<Proposition> proposition(ResultSet rs) throws SQLException {
        Proposition found = null;
        List<Creneau> creneaux = new ArrayList<>();
        while (rs.next()) {
            if (rs.getObject("creneau_id") != null) {
                creneaux.add(new Creneau(
                        Colonnes.uuid(rs, "creneau_id"),
                        CarnetDeRendezVous.instant(rs, "debut"),
                        CarnetDeRendezVous.instant(rs, "fin"),
                        rs.getObject("prise_id") == null ? null : prise(rs)));
            }
            if (found == null) {
                found = new Proposition(
                        Colonnes.uuid(rs, "mot_id"),
                        Colonnes.uuid(rs, "ecole_id"),
                        rs.getString("lieu"),
                        Part.valueOf(rs.getString("pour")),
                        CarnetDeRendezVous.instant(rs, "jusqu_au"),
                        List.of());
            }
        }
        return Optional.ofNullable(found)
                .map(p -> new Proposition(p.mot(), p.ecole(), p.lieu(), p.part(), p.jusquAu(), creneaux));
    }

    private static Prise prise(ResultSet rs) throws SQLException {
        var responsable = rs.getObject("responsable_id", UUID.class);
        return new Prise(
                Colonnes.uuid(rs, "prise_id"),
                Colonnes.uuid(rs, "eleve_id"),
                nom(rs.getString("eleve_prenom"), rs.getString("eleve_nom")),
                Colonnes.uuid(rs, "pour_id"),
                responsable,
                nom(rs.getString("prenom"), rs.getString("nom")),
                !Objects.equals(rs.getObject("prise_par_id"), responsable));
    }

    private static String nom(@Nullable String prenom, @Nullable String nom) {
        return nom == null ? "" : Appellations.personne(Objects.requireNonNullElse(prenom, ""), nom);
    }

    /// What a guardian would like, by child: the slot, null for any.
    Map<UUID, Optional<UUID>> wishes(UUID mot, Set<UUID> personnes) {
        Map<UUID, Optional<UUID>> wishes = new LinkedHashMap<>();
        jdbc.sql("""
                        select eleve_id, creneau_id from liaison.souhait
                         where mot_id = :mot and responsable_id = any(:personnes) and fini_le is null
                        """)
                .param("mot", mot)
                .param("personnes", personnes.toArray(UUID[]::new))
                .query(rs -> {
                    wishes.put(
                            Colonnes.uuid(rs, "eleve_id"), Optional.ofNullable(rs.getObject("creneau_id", UUID.class)));
                });
        return wishes;
    }

    /// Who would like which slot, for the school, who asked first first.
    List<Souhait> wishes(UUID mot) {
        return jdbc.sql("""
                        select s.creneau_id, e.prenom as eleve_prenom, e.nom as eleve_nom, g.prenom, g.nom
                          from liaison.souhait s
                          left join lateral (select n.prenom, n.nom from annuaire.titulaire n
                                              where n.id = s.eleve_id limit 1) e on true
                          left join lateral (select n.prenom, n.nom from annuaire.titulaire n
                                              where n.id = s.responsable_id limit 1) g on true
                         where s.mot_id = :mot and s.fini_le is null order by s.fait_le
                        """)
                .param("mot", mot)
                .query((rs, _) -> new Souhait(
                        rs.getObject("creneau_id", UUID.class),
                        nom(rs.getString("eleve_prenom"), rs.getString("eleve_nom")),
                        nom(rs.getString("prenom"), rs.getString("nom"))))
                .list();
    }

    /// Those for whom the mot is today and who have no meeting, with who may come; who is kept out is not there.
    List<Famille> without(Mot mot, Proposition proposition) {
        Map<UUID, Set<UUID>> families = new LinkedHashMap<>();
        for (var pour : mot.familles()) {
            publics.each(
                    new Public(pour.etendue(), Public.Qui.ELEVES, pour.ecoleId(), pour.cibles()),
                    m -> families.putIfAbsent(m.personneId(), new LinkedHashSet<>()));
            publics.each(pour, m -> {
                if (!m.ecarte() && m.eleveId() != null) {
                    families.computeIfAbsent(m.eleveId(), _ -> new LinkedHashSet<>())
                            .add(m.personneId());
                }
            });
        }
        var ids = new HashSet<>(families.keySet());
        families.values().forEach(ids::addAll);
        var noms = appellations.personnes(ids);
        List<Famille> without = new ArrayList<>();
        families.forEach((eleve, responsables) -> {
            if (responsables.isEmpty()) {
                if (!taken(proposition, eleve, null)) {
                    without.add(new Famille(eleve, noms.getOrDefault(eleve, ""), null, ""));
                }
            }
            for (var responsable : responsables) {
                if (!taken(proposition, eleve, responsable)) {
                    without.add(new Famille(
                            eleve, noms.getOrDefault(eleve, ""), responsable, noms.getOrDefault(responsable, "")));
                }
            }
        });
        var order = Collator.getInstance(Locale.FRENCH);
        without.sort(Comparator.comparing(Famille::eleveNom, order).thenComparing(Famille::responsableNom, order));
        return without;
    }

    private static boolean taken(Proposition proposition, UUID eleve, @Nullable UUID responsable) {
        return proposition.creneaux().stream()
                .map(Creneau::prise)
                .anyMatch(prise -> prise != null
                        && prise.eleve().equals(eleve)
                        && (proposition.part() == Part.ENFANT || Objects.equals(prise.responsable(), responsable)));
    }

    /// @param creneau null: any
    record Souhait(@Nullable UUID creneau, String eleve, String responsable) {}

    /// A guardian for a child; null where the directory knows none.
    record Famille(UUID eleve, String eleveNom, @Nullable UUID responsable, String responsableNom) {

        String code() {
            return responsable == null ? eleve.toString() : eleve + "_" + responsable;
        }
    }
}
