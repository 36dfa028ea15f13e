package fr.entecole.presences.registre;

import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.presences.ActePresences;
import fr.entecole.presences.Auteur;
import fr.entecole.presences.Lignes;
import fr.entecole.socle.Colonnes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Months that a head has signed: what each said, sealed onto what the school signed before it. A month that was signed
/// and then found wrong is written on and signed again; the first stays.
@Component
class Signatures {

    private static final String COLONNES = "rang, classe_id, jour, contenu, precedente, empreinte, auteur, signee_le";

    private final JdbcClient jdbc;
    private final Journal journal;

    Signatures(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    /// The same words are signed once.
    @Transactional
    void sign(UUID ecole, UUID classe, LocalDate mois, String contenu, Auteur auteur, Instant now) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:ecole, 15))")
                .param("ecole", ecole.toString())
                .query((_, _) -> true)
                .single();
        var before = of(ecole, classe, mois);
        if (!before.isEmpty() && before.getLast().contenu.equals(contenu)) {
            return;
        }
        var last = jdbc.sql(
                        "select rang, empreinte from presences.signature where ecole_id = :ecole order by rang desc limit 1")
                .param("ecole", ecole)
                .query((rs, _) -> new Maillon(rs.getInt("rang"), rs.getString("empreinte")))
                .optional()
                .orElse(new Maillon(0, ""));
        jdbc.sql("""
                        insert into presences.signature (ecole_id, rang, classe_id, jour, contenu, precedente, empreinte,
                                                         auteur_id, auteur, signee_le)
                        values (:ecole, :rang, :classe, :mois, :contenu, :precedente, :empreinte, :auteur, :nom, :maintenant)
                        """)
                .param("ecole", ecole)
                .param("rang", last.rang + 1)
                .param("classe", classe)
                .param("mois", mois)
                .param("contenu", contenu)
                .param("precedente", last.empreinte)
                .param("empreinte", print(last.empreinte, contenu))
                .param("auteur", auteur.personne())
                .param("nom", auteur.nom())
                .param("maintenant", Lignes.utc(now))
                .update();
        journal.record(Fait.of(ActePresences.REGISTRE_SIGNE, classe)
                .by(auteur.compte())
                .inEcole(ecole));
    }

    /// Those of a month of a class, the first first.
    List<Signee> of(UUID ecole, UUID classe, LocalDate mois) {
        return of(ecole, classe, mois, mois);
    }

    /// Those of some months of a class, both included.
    List<Signee> of(UUID ecole, UUID classe, LocalDate du, LocalDate au) {
        return jdbc.sql("select " + COLONNES + """
                         from presences.signature
                         where ecole_id = :ecole and classe_id = :classe and jour between :du and :au order by rang
                        """)
                .param("ecole", ecole)
                .param("classe", classe)
                .param("du", du)
                .param("au", au)
                .query(Signatures::signee)
                .list();
    }

    /// All that a school has signed, in the order of the chain.
    List<Signee> ofEcole(UUID ecole) {
        return jdbc.sql("select " + COLONNES + " from presences.signature where ecole_id = :ecole order by rang")
                .param("ecole", ecole)
                .query(Signatures::signee)
                .list();
    }

    private static Signee signee(ResultSet rs, int row) throws SQLException {
        return new Signee(
                rs.getInt("rang"),
                Colonnes.uuid(rs, "classe_id"),
                Objects.requireNonNull(rs.getObject("jour", LocalDate.class)),
                rs.getString("contenu"),
                rs.getString("precedente"),
                rs.getString("empreinte"),
                rs.getString("auteur"),
                Lignes.instant(rs, "signee_le"));
    }

    /// SHA-256 of the print before and of what is said, in hexadecimal.
    static String print(String precedente, String contenu) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest((precedente + "\n" + contenu).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    record Signee(
            int rang,
            UUID classe,
            LocalDate mois,
            String contenu,
            String precedente,
            String empreinte,
            String auteur,
            Instant signeeLe) {}

    private record Maillon(int rang, String empreinte) {}
}
