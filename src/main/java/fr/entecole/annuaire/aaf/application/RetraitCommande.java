package fr.entecole.annuaire.aaf.application;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Commande;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// `./ent import retirer`: takes back what was accepted by mistake with a date ahead of the clock, which no batch of a
/// true date could follow.
@Component("import retirer")
class RetraitCommande implements Commande {

    private static final int REFUSED = 2;

    private final Registre registre;
    private final Clock clock;
    private final TransactionTemplate transaction;

    RetraitCommande(Registre registre, Clock clock, PlatformTransactionManager transactions) {
        this.registre = registre;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String usage() {
        return "import retirer --academie 11   reprend les lots appliqués avec une date en avance sur l’horloge";
    }

    @Override
    public int run(List<String> arguments) {
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        if (arguments.size() != 2
                || !arguments.getFirst().equals("--academie")
                || !arguments.get(1).matches("[0-9]{1,2}")) {
            err.println(t("Usage : ./ent {0}", usage()));
            return REFUSED;
        }
        var academie = arguments.get(1);
        var aujourdhui = LocalDate.now(clock.withZone(ImportAaf.ICI));
        var dates = Objects.requireNonNull(transaction.execute(_ -> registre.withdraw(academie, aujourdhui)));
        if (dates.isEmpty()) {
            err.println(t(
                    "Aucun envoi de l’académie {0} n’est daté en avance : rien à reprendre. Un complet plus récent corrige"
                            + " les autres.",
                    academie));
            return REFUSED;
        }
        new PrintStream(System.out, true, StandardCharsets.UTF_8)
                .println(t(
                        "{0, plural, one {Envoi repris} other {Envois repris}} ({1}). Importez maintenant un complet : il"
                                + " remettra l’annuaire d’aplomb.",
                        dates.size(), dates.stream().map(LocalDate::toString).collect(Collectors.joining(", "))));
        return 0;
    }
}
