package fr.entecole.annuaire.ecoles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Commande;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// `./ent import noms`: gives schools, communes and circonscriptions that are here the names of the public annuaire,
/// once a year. Names are all that it takes: it opens, adds and closes nothing.
@Component("import noms")
class NomsPublicsCommande implements Commande {

    private static final int REFUSED = 2;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    NomsPublicsCommande(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String usage() {
        return "import noms CHEMIN   donne aux écoles, communes et circonscriptions les noms de l’annuaire public (CSV)";
    }

    @Override
    public int run(List<String> arguments) {
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        if (arguments.size() != 1) {
            err.println(t("Usage : ./ent {0}", usage()));
            return REFUSED;
        }
        try {
            var noms = read(Path.of(arguments.getFirst()));
            if (noms.isEmpty()) {
                err.println(t("Ce fichier n’est pas l’annuaire de l’éducation : il lui manque des colonnes."));
                return REFUSED;
            }
            var said = transaction.execute(_ -> apply(noms.get()));
            new PrintStream(System.out, true, StandardCharsets.UTF_8).println(said);
            return 0;
        } catch (CharacterCodingException e) {
            err.println(t("Ce fichier n’est pas écrit en UTF-8."));
        } catch (IOException | InvalidPathException e) {
            err.println(t("Ce fichier ne peut être lu : {0}", arguments.getFirst()));
        }
        return REFUSED;
    }

    private static Optional<Lus> read(Path path) throws IOException {
        try (var lines = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            var heading = lines.readLine();
            var columns = heading == null ? Optional.<NomsPublics.Colonnes>empty() : NomsPublics.Colonnes.of(heading);
            if (columns.isEmpty()) {
                return Optional.empty();
            }
            var at = columns.get();
            var lus = new Lus(new TreeMap<>(), new TreeMap<>());
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var cells = List.of(line.split(";", -1));
                if (cells.size() > at.codeCirconscription() && cells.size() > at.circonscription()) {
                    NomsPublics.ecole(cells.get(at.nom()))
                            .ifPresent(nom -> lus.structures.put(cells.get(at.uai()), nom));
                    NomsPublics.circonscription(cells.get(at.circonscription()))
                            .ifPresent(nom -> lus.structures.put(cells.get(at.codeCirconscription()), nom));
                    NomsPublics.commune(cells.get(at.commune()))
                            .ifPresent(nom -> lus.communes.put(cells.get(at.insee()), nom));
                }
            }
            return Optional.of(lus);
        }
    }

    private String apply(Lus lus) {
        int communes = update("""
                update annuaire.commune c set nom = n.nom
                  from unnest(:codes::text[], :noms::text[]) n (code, nom)
                 where c.insee = n.code and c.nom <> n.nom
                """, lus.communes);
        int structures = update("""
                update annuaire.structure s set nom_usage = n.nom
                  from unnest(:codes::text[], :noms::text[]) n (code, nom)
                 where s.uai = n.code and s.nom_usage is distinct from n.nom
                """, lus.structures);
        return t(
                "{0, plural, =0 {Aucune commune} one {Une commune} other {# communes}} et {1, plural, =0 {aucune école ou circonscription} one {une école ou circonscription} other {# écoles ou circonscriptions}} {2, plural, =0 {n’ont changé de nom} one {a changé de nom} other {ont changé de nom}}.",
                communes,
                structures,
                communes + structures);
    }

    private int update(String sql, Map<String, String> noms) {
        return jdbc.sql(sql)
                .param("codes", noms.keySet().toArray(String[]::new))
                .param("noms", noms.values().toArray(String[]::new))
                .update();
    }

    /// By UAI, by INSEE code.
    private record Lus(Map<String, String> structures, Map<String, String> communes) {}
}
