package fr.entecole.demonstration.fabrique;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Commande;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// `./ent feed`: writes a feed of invented people into an empty folder.
@Component("feed")
class FeedCommande implements Commande {

    private static final int REFUSED = 2;
    private static final Map<String, String> NOMS = Map.of("11", "MONTPELLIER", "16", "TOULOUSE");
    private static final Map<String, List<String>> DEPARTEMENTS = Map.of(
            "11", List.of("011", "030", "034", "048", "066"),
            "16", List.of("009", "012", "031", "032", "046", "065", "081", "082"));

    private final Clock clock;

    FeedCommande(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String usage() {
        return "feed --academie 11|16 --schools N --seed S [--date AAAA-MM-JJ] [--delta] DOSSIER"
                + "   écrit un lot de personnes inventées";
    }

    @Override
    public int run(List<String> arguments) throws IOException {
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        var academie = "11";
        int ecoles = 10;
        long graine = 1;
        boolean delta = false;
        var aujourdhui = LocalDate.now(clock);
        var rentree = AnneeScolaire.of(aujourdhui).debut().plusDays(14);
        // An import holds what is dated ahead of the clock.
        var jour = rentree.isAfter(aujourdhui) ? aujourdhui : rentree;
        Path dossier = null;
        try {
            var mots = arguments.iterator();
            while (mots.hasNext()) {
                var mot = mots.next();
                switch (mot) {
                    case "--academie" -> academie = mots.next();
                    case "--schools" -> ecoles = Integer.parseInt(mots.next());
                    case "--seed" -> graine = Long.parseLong(mots.next());
                    case "--date" -> jour = LocalDate.parse(mots.next());
                    case "--delta" -> delta = true;
                    default -> dossier = Path.of(mot);
                }
            }
        } catch (java.util.NoSuchElementException | NumberFormatException | DateTimeException e) {
            err.println(t("Usage : ./ent {0}", usage()));
            return REFUSED;
        }
        var nom = NOMS.get(academie);
        if (nom == null
                || dossier == null
                || ecoles < 1
                || ecoles > 9000
                || dossier.toString().startsWith("--")) {
            err.println(t("Usage : ./ent {0}", usage()));
            return REFUSED;
        }
        if (Files.exists(dossier) && !empty(dossier)) {
            err.println(
                    t("Le dossier {0} n’est pas vide : donnez-en un autre, un lot par dossier.", dossier.toString()));
            return REFUSED;
        }
        var date = delta ? jour.plusDays(1) : jour;
        var prefixe =
                "ENT1DVA_" + nom + (delta ? "_Delta_" : "_Complet_") + date.format(DateTimeFormatter.BASIC_ISO_DATE);
        try (var fichiers = new FichiersAaf(dossier, prefixe)) {
            new Fabrique(
                            new Fabrique.Commande(
                                    Integer.parseInt(academie),
                                    nom,
                                    DEPARTEMENTS.getOrDefault(academie, List.of()),
                                    ecoles,
                                    graine,
                                    jour,
                                    delta),
                            fichiers)
                    .write();
            new PrintStream(System.out, true, StandardCharsets.UTF_8)
                    .println(t(
                            "{0, plural, one {# enregistrement écrit} other {# enregistrements écrits}} dans {1}",
                            fichiers.written(), dossier.toString()));
        }
        return 0;
    }

    private static boolean empty(Path dossier) throws IOException {
        try (var fichiers = Files.list(dossier)) {
            return fichiers.findAny().isEmpty();
        }
    }
}
