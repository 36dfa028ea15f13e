package fr.entecole.cahierdetextes;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.Public;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/// A pupil as work is given to them: by class, level and name.
///
/// @param niveau empty where the feed gives none
/// @param classes that they are in today
record Eleve(UUID id, UUID ecole, String prenom, String nom, String niveau, Set<UUID> classes) {

    private static final String ELEVES = """
            select p.eleve_id, p.ecole_id, p.niveau, t.prenom, t.nom,
                   array(select i.classe_id from annuaire.inscrit i where i.eleve_id = p.eleve_id) as classes
              from annuaire.present p
             cross join lateral (select x.prenom, x.nom from annuaire.titulaire x where x.id = p.eleve_id limit 1) t
             where %s
             order by t.prenom, t.nom, p.eleve_id
            """;

    /// The pupil who reads, or the children for whom a guardian answers today.
    static Lecture<List<Eleve>> of(Utilisateur utilisateur) {
        return lecture(
                utilisateur.is(Profil.ELEVE)
                        ? utilisateur.personnes()
                        : Perimetre.of(utilisateur).enfants());
    }

    private static Lecture<List<Eleve>> lecture(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Lecture.known(List.of())
                : Lecture.of(
                                ELEVES.formatted("p.eleve_id = any(:ids)"),
                                Map.of("ids", ids.toArray(UUID[]::new)),
                                Eleve::read)
                        .map(Eleve::sorted);
    }

    static Lecture<List<Eleve>> ofClasse(UUID classe) {
        return Lecture.of(
                        ELEVES.formatted(
                                "p.eleve_id in (select i.eleve_id from annuaire.inscrit i where i.classe_id = :classe)"),
                        Map.of("classe", classe),
                        Eleve::read)
                .map(Eleve::sorted);
    }

    /// As a French reader looks for them: « Élise » stands between « Denis » and « Farid ».
    static List<Eleve> sorted(List<Eleve> eleves) {
        var order = Collator.getInstance(Locale.FRENCH);
        return eleves.stream()
                .sorted(Comparator.comparing(Eleve::prenom, order).thenComparing(Eleve::nom, order))
                .toList();
    }

    private static Eleve read(ResultSet rs, int row) throws SQLException {
        return new Eleve(
                Colonnes.uuid(rs, "eleve_id"),
                Colonnes.uuid(rs, "ecole_id"),
                Objects.requireNonNullElse(rs.getString("prenom"), ""),
                rs.getString("nom"),
                Objects.requireNonNullElse(rs.getString("niveau"), ""),
                Colonnes.uuids(rs, "classes"));
    }

    /// « Inès Benali ».
    String nomComplet() {
        return Appellations.personne(prenom, nom);
    }

    /// Whether this work, which stands under a key of the reader's, is for this pupil. Of groups no module may ask who
    /// is in them: it is then for those of that school.
    boolean concerns(Travail travail) {
        return (travail.niveau() == null || travail.niveau().equals(niveau))
                && travail.eleves().stream().anyMatch(this::isMeantBy);
    }

    private boolean isMeantBy(Public pour) {
        var ids = List.of(pour.ids());
        return switch (pour.etendue()) {
            case ELEVES -> ids.contains(id);
            case CLASSE -> ids.stream().anyMatch(classes::contains);
            case GROUPE -> pour.ecoleId().equals(ecole);
            default -> false;
        };
    }
}
