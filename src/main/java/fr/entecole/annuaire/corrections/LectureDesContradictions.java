package fr.entecole.annuaire.corrections;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Phrases;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What a school has written otherwise than the feed, with the field of ONDE where it is to be mended: its corrections,
/// the pupils and the guardians whom the feed does not give.
@Component
public class LectureDesContradictions {

    private static final int MOST = 200;

    private final JdbcClient jdbc;

    LectureDesContradictions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param dit by the feed and by the school
    /// @param champ the field of ONDE
    public record Contradiction(String nom, String dit, String champ) {}

    /// Nothing of who is kept out: that is between the head and the child's page.
    public List<Contradiction> of(UUID ecole) {
        return jdbc.sql("""
                        select 'correction' as sorte, c.champ, c.dit, c.valeur, coalesce(e.prenom, r.prenom) as prenom,
                               coalesce(e.nom, r.nom) as nom, '' as enfant
                          from annuaire.correction c
                          left join annuaire.eleve e on e.id = c.personne_id
                          left join annuaire.responsable r on r.id = c.personne_id
                         where c.ecole_id = :ecole and c.finie_le is null
                        union all
                        select 'eleve', '', '', '', e.prenom, e.nom, ''
                          from annuaire.eleve e
                         where e.structure_id = :ecole and e.aaf_id is null and e.suspendu_le is null
                           and exists (select 1 from annuaire.eleve f
                                        where f.structure_id = :ecole and f.aaf_id is not null)
                        union all
                        select 'lien', '', '', '', r.prenom, r.nom, e.prenom
                          from annuaire.eleve e
                          join annuaire.lien l on l.eleve_id = e.id and l.retire_le is null and l.source <> 'AAF'
                          join annuaire.responsable r on r.id = l.responsable_id and r.suspendu_le is null
                         where e.structure_id = :ecole and e.aaf_id is not null and e.suspendu_le is null
                         order by 1, nom, prenom limit :most
                        """)
                .param("ecole", ecole)
                .param("most", MOST)
                .query(LectureDesContradictions::read)
                .list();
    }

    private static Contradiction read(ResultSet rs, int row) throws SQLException {
        var nom = Noms.complet(rs.getString("prenom"), rs.getString("nom"));
        return switch (rs.getString("sorte")) {
            case "eleve" ->
                new Contradiction(nom, t("L’académie ne donne pas cet élève, ajouté par l’école."), t("Admission"));
            case "lien" ->
                new Contradiction(
                        nom,
                        t(
                                "L’académie ne le donne pas comme responsable {0}.",
                                Phrases.de(Noms.personne(rs.getString("enfant")))),
                        t("Responsables"));
            default -> {
                var champ = Champ.valueOf(rs.getString("champ").toUpperCase(Locale.ROOT));
                yield new Contradiction(
                        nom,
                        rs.getString("dit").isEmpty()
                                ? t(
                                        "L’académie ne dit rien ; l’école a écrit « {0} ».",
                                        written(champ, rs.getString("valeur")))
                                : t(
                                        "L’académie dit « {0} » ; l’école a écrit « {1} ».",
                                        written(champ, rs.getString("dit")), written(champ, rs.getString("valeur"))),
                        champ.mots());
            }
        };
    }

    private static String written(Champ champ, String value) {
        return champ == Champ.DATE_NAISSANCE
                ? Dates.typed(value).map(Dates::words).orElse(value)
                : value;
    }
}
