package fr.entecole.annuaire.saisies;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.noms.Noms;
import fr.entecole.annuaire.saisies.FinsDesFamilles.Origine;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Lecture;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The links of a pupil that were ended by hand, with why, the latest first. For the head alone.
public final class LiensFinis {

    private static final String FINIS = """
            select r.prenom, r.nom, (l.retire_le at time zone 'Europe/Paris')::date as le, l.fin_source, l.fin_motif,
                   l.fin_decision, p.prenom as p_prenom, p.nom as p_nom
              from annuaire.lien l
              join annuaire.responsable r on r.id = l.responsable_id
              left join annuaire.personnel p on p.id = l.fin_auteur
             where l.eleve_id = :eleve and l.fin_source is not null and l.retire_le is not null
             order by l.retire_le desc, r.id
            """;

    private LiensFinis() {}

    /// @param dit who ended it, when and where that comes from
    public record LienFini(String nom, String dit, String motif) {}

    public static Lecture<List<LienFini>> of(UUID eleve) {
        return Lecture.of(FINIS, Map.of("eleve", eleve), LiensFinis::read);
    }

    private static LienFini read(ResultSet rs, int row) throws SQLException {
        var le = Dates.words(Objects.requireNonNull(rs.getObject("le", LocalDate.class)));
        var par = Noms.complet(
                Objects.requireNonNullElse(rs.getString("p_prenom"), ""),
                Objects.requireNonNullElse(rs.getString("p_nom"), ""));
        var decision = rs.getObject("fin_decision", LocalDate.class);
        return new LienFini(
                Noms.complet(rs.getString("prenom"), rs.getString("nom")),
                (par.isBlank() ? t("Fini le {0}.", le) : t("Fini le {0} par {1}.", le, par))
                        + " "
                        + from(Origine.valueOf(rs.getString("fin_source")), decision),
                Objects.requireNonNullElse(rs.getString("fin_motif"), ""));
    }

    private static String from(Origine origine, @Nullable LocalDate decision) {
        return decision == null ? t("{0}.", mots(origine)) : t("{0} du {1}.", mots(origine), Dates.words(decision));
    }

    public static String mots(Origine origine) {
        return switch (origine) {
            case JUSTICE -> t("Décision de justice");
            case DEMANDE -> t("Demande de la personne elle-même");
            case ERREUR -> t("Erreur de saisie");
            case AUTRE -> t("Autre décision écrite");
        };
    }
}
