package fr.entecole.annuaire.aaf.depots;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.aaf.MotsDesEcarts;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Lecture;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// What imports changed for one person, newest first: why this child is no longer in that class.
public final class EcartsDUnePersonne {

    private static final int MOST = 20;

    private static final String CLASSES =
            "array(select k.libelle from annuaire.classe k where k.id = any(e.%s) order by k.libelle)";

    private static final String SIENS = """
            select e.lot_id, l.date_lot, e.verdict, e.raison, e.champs, %s as quittees, %s as rejointes,
                   coalesce(s.nom_usage, s.nom_courant) as ecole, c.nom as commune,
                   coalesce(a.nom_usage, a.nom_courant) as avant, d.nom as commune_avant
              from annuaire.ecart e
              join annuaire.lot l on l.id = e.lot_id
              left join annuaire.structure s on s.id = e.structure_id
              left join annuaire.commune c on c.insee = s.commune_insee
              left join annuaire.structure a on a.id = e.avant_id
              left join annuaire.commune d on d.insee = a.commune_insee
             where e.personne_id = :personne
             order by e.lot_id desc limit :most
            """.formatted(CLASSES.formatted("quittees"), CLASSES.formatted("rejointes"));

    private EcartsDUnePersonne() {}

    /// Only for those who may read the person's page.
    public static Lecture<List<Ecart>> of(UUID personne) {
        return Lecture.of(SIENS, Map.of("personne", personne, "most", MOST), EcartsDUnePersonne::ecart);
    }

    private static Ecart ecart(ResultSet rs, int row) throws SQLException {
        var verdict = String.valueOf(rs.getString("verdict"));
        List<String> faits = new ArrayList<>();
        var avant = rs.getString("avant");
        if (avant != null) {
            faits.add(t(
                    "École : {0}, avant {1}",
                    Noms.ecole(String.valueOf(rs.getString("ecole")), rs.getString("commune")),
                    Noms.ecole(avant, rs.getString("commune_avant"))));
        }
        var quittees = classes(rs, "quittees");
        var rejointes = classes(rs, "rejointes");
        if (!quittees.isEmpty() && !rejointes.isEmpty()) {
            faits.add(t("Classe : {0}, avant {1}", rejointes, quittees));
        } else if (!rejointes.isEmpty()) {
            faits.add(t("Classe : {0}", rejointes));
        } else if (!quittees.isEmpty()) {
            faits.add(t("N’est plus dans la classe {0}", quittees));
        }
        var champs = MotsDesEcarts.champs(Colonnes.strings(rs, "champs"));
        if (!champs.isEmpty() && !verdict.equals("lien")) {
            faits.add(t("Champs mis à jour : {0}", champs));
        }
        var date = rs.getObject("date_lot", LocalDate.class);
        return new Ecart(
                Colonnes.uuid(rs, "lot_id"),
                date == null ? "" : Dates.words(date),
                MotsDesEcarts.verdict(verdict, String.valueOf(rs.getString("raison"))),
                List.copyOf(faits));
    }

    private static String classes(ResultSet rs, String column) throws SQLException {
        return Colonnes.strings(rs, column).stream()
                .map(libelle -> Noms.classe(libelle, List.of()))
                .collect(Collectors.joining(", "));
    }

    /// @param jour of the batch, in words
    /// @param mots what became of the person
    /// @param faits in detail: school, class, fields
    public record Ecart(UUID lot, String jour, String mots, List<String> faits) {}
}
