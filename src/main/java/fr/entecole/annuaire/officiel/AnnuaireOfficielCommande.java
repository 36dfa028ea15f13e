package fr.entecole.annuaire.officiel;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.officiel.LectureDuFichier.FichierRefuse;
import fr.entecole.socle.Commande;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/// `./ent import annuaire`: schools, communes and circonscriptions of the public annuaire, before any feed.
@Component("import annuaire")
class AnnuaireOfficielCommande implements Commande {

    private static final int REFUSED = 2;

    private final AnnuaireOfficiel annuaire;

    AnnuaireOfficielCommande(AnnuaireOfficiel annuaire) {
        this.annuaire = annuaire;
    }

    @Override
    public String usage() {
        return "import annuaire CHEMIN   reprend les écoles, communes et circonscriptions de l’annuaire public (CSV)";
    }

    @Override
    public int run(List<String> arguments) {
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        if (arguments.size() != 1) {
            err.println(t("Usage : ./ent {0}", usage()));
            return REFUSED;
        }
        try {
            var bilan = annuaire.take(Files.readAllBytes(Path.of(arguments.getFirst())), null);
            new PrintStream(System.out, true, StandardCharsets.UTF_8).println(MotsDeLAnnuaire.said(bilan));
            bilan.remarques().forEach(err::println);
            return 0;
        } catch (FichierRefuse e) {
            err.println(e.phrase());
        } catch (IOException | InvalidPathException e) {
            err.println(t("Ce fichier ne peut être lu : {0}", arguments.getFirst()));
        }
        return REFUSED;
    }
}
