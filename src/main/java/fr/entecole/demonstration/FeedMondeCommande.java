package fr.entecole.demonstration;

import fr.entecole.socle.Commande;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// `./ent feed monde DOSSIER`: the feeds of the named world as an académie would send them, fulls of yesterday and
/// deltas of today, to see what a full and its delta do.
@Component("feed monde")
class FeedMondeCommande implements Commande {

    private final Clock clock;

    FeedMondeCommande(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String usage() {
        return "feed monde DOSSIER";
    }

    @Override
    public int run(List<String> arguments) {
        if (arguments.size() != 1) {
            System.err.println("Dites où écrire : ./ent " + usage());
            return 2;
        }
        var folder = Path.of(arguments.getFirst());
        var flux = new FluxDuMonde(LocalDate.now(clock));
        FluxDuMonde.ACADEMIES.keySet().stream()
                .sorted()
                .flatMap(academie -> Stream.of("Complet", "Delta").map(genre -> flux.write(academie, genre, folder)))
                .filter(Files::isDirectory)
                .forEach(System.out::println);
        return 0;
    }
}
