package fr.entecole.comptes.delegations;

import fr.entecole.annuaire.Appellations;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.web.Option;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What is entrusted today and later, and to whom it may be: of the team, or of the guardians in force.
@Component
class LectureDesDelegations {

    static final int MONTRES = 30;

    private static final String COLUMNS = """
            select d.id, d.ecole_id, d.genre, d.personne_id, d.du, d.au, t.prenom, t.nom
              from comptes.delegation d
              join lateral (select n.prenom, n.nom from annuaire.titulaire n where n.id = d.personne_id limit 1) t on true
             where d.finie_le is null and d.au >= :jour
            """;

    // Of the team, who directs already gives and is given nothing.
    private static final String EQUIPE = """
            select t.id, t.prenom, t.nom, c.login
              from annuaire.equipe e
              join annuaire.titulaire t on t.id = e.personne_id and t.nature = 'PERSONNEL'
              join comptes.compte c on c.personne_id = e.personne_id
             where e.ecole_id = :ecole and not e.directeur
             order by t.nom, t.prenom, t.id
            """;

    private static final String FAMILLES = """
            select distinct t.id, t.prenom, t.nom, c.login
              from annuaire.famille(:jour) f
              join annuaire.titulaire t on t.id = f.personne_id and t.nature = 'RESPONSABLE'
              join comptes.compte c on c.personne_id = f.personne_id
             where f.ecole_id = :ecole and f.nature = 'RESPONSABLE'
             order by t.nom, t.prenom, t.id
            """;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\d]+");

    private final JdbcClient jdbc;

    LectureDesDelegations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// All that is not over, in the order in which it comes.
    List<Delegation> of(UUID ecole, LocalDate today) {
        return jdbc.sql(COLUMNS + " and d.ecole_id = :ecole order by d.du, t.nom, d.id")
                .param("ecole", ecole)
                .param("jour", today)
                .query(LectureDesDelegations::delegation)
                .list();
    }

    /// What these people have today.
    List<Delegation> held(Collection<UUID> personnes, LocalDate today) {
        return jdbc.sql(COLUMNS + " and d.du <= :jour and d.personne_id = any(:personnes) order by d.au, d.id")
                .param("personnes", personnes.toArray(UUID[]::new))
                .param("jour", today)
                .query(LectureDesDelegations::delegation)
                .list();
    }

    /// Those who speak for the parents of these schools today, as long as they answer for a child there.
    List<Delegation> elus(Collection<UUID> ecoles, LocalDate today) {
        return jdbc.sql(COLUMNS + """
                         and d.genre = 'PARENT_ELU' and d.du <= :jour and d.ecole_id = any(:ecoles)
                         and exists (select 1 from annuaire.famille(:jour) f
                                      where f.personne_id = d.personne_id and f.ecole_id = d.ecole_id
                                        and f.nature = 'RESPONSABLE')
                         order by t.nom, t.prenom, d.id
                        """)
                .param("ecoles", ecoles.toArray(UUID[]::new))
                .param("jour", today)
                .query(LectureDesDelegations::delegation)
                .list();
    }

    /// @param cherche the beginning of a name; needed where there are families
    /// @param personne whoever was chosen, found without their name
    List<Option> candidats(UUID ecole, Genre genre, String cherche, String personne, LocalDate today) {
        var typed = words(cherche);
        return jdbc
                .sql(genre.famille() ? FAMILLES : EQUIPE)
                .param("ecole", ecole)
                .param("jour", today)
                .query((rs, _) -> new Candidat(
                        Colonnes.uuid(rs, "id"),
                        Appellations.personne(rs.getString("prenom"), rs.getString("nom")),
                        rs.getString("login")))
                .list()
                .stream()
                .filter(one -> !genre.famille() || one.id.toString().equals(personne) || one.answers(typed))
                .limit(genre.famille() ? MONTRES : Long.MAX_VALUE)
                .map(one -> new Option(one.id.toString(), one.nom + " (" + one.login + ")"))
                .toList();
    }

    private static Delegation delegation(ResultSet rs, int row) throws SQLException {
        return new Delegation(
                Colonnes.uuid(rs, "id"),
                Colonnes.uuid(rs, "ecole_id"),
                Genre.valueOf(rs.getString("genre")),
                Colonnes.uuid(rs, "personne_id"),
                Appellations.personne(rs.getString("prenom"), rs.getString("nom")),
                rs.getObject("du", LocalDate.class),
                rs.getObject("au", LocalDate.class));
    }

    private static List<String> words(String text) {
        var plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return Arrays.stream(NOT_A_LETTER.split(plain.toLowerCase(Locale.FRENCH).strip()))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private record Candidat(UUID id, String nom, String login) {

        boolean answers(List<String> typed) {
            return !typed.isEmpty()
                    && typed.stream().allMatch(word -> words(nom).stream().anyMatch(mine -> mine.startsWith(word)));
        }
    }
}
