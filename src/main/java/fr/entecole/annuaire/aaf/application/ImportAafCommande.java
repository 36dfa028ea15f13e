package fr.entecole.annuaire.aaf.application;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Commande;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// `./ent import aaf`: progress on standard error, the report on standard output, in French or as one JSON object.
@Component("import aaf")
class ImportAafCommande implements Commande {

    private static final int USAGE = 2;

    private final ImportAaf imports;
    private final JsonMapper json;

    ImportAafCommande(ImportAaf imports, JsonMapper json) {
        this.imports = imports;
        this.json = json;
    }

    @Override
    public String usage() {
        return "import aaf --academie 11 [--type complet|delta] [--date AAAA-MM-JJ] [--accepter] [--json] CHEMIN"
                + "   importe un lot de l’annuaire académique";
    }

    @Override
    public int run(List<String> arguments) {
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            var options = Options.parse(arguments);
            return run(options, out, err);
        } catch (Options.Fautives e) {
            err.println(e.getMessage());
            err.println(t("Usage : ./ent {0}", usage()));
            return USAGE;
        }
    }

    private int run(Options options, PrintStream out, PrintStream err) {
        var rapport = imports.run(options.demande(), etape -> err.println(etape + " …"));
        if (options.json()) {
            out.println(json.writeValueAsString(rapport.toMap()));
        } else {
            out.print(RapportTexte.of(rapport));
        }
        if (rapport.raison() != null) {
            err.println(rapport.raison());
        }
        return rapport.issue().exitCode();
    }

    static Path path(String chemin) throws Options.Fautives {
        try {
            return Path.of(chemin);
        } catch (InvalidPathException e) {
            throw new Options.Fautives(t("Ce chemin n’en est pas un : {0}", chemin));
        }
    }
}
