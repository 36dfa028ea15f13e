package fr.entecole.socle.langue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The sentences that the house promises to say in each language that it offers: those of the files of
/// `langues/portee.txt`. One that a language lacks breaks the build (`LanguesTests`), whoever wrote it.
final class PorteeDesLangues {

    /// What those who work read in a file that families read too.
    static final Set<String> POUR_LES_EQUIPES =
            new LinkedHashSet<>("""
            Remis à
            Feuilles à remettre\u00a0: {0}
            Imprimées le {0}. Cette liste reste à l’école\u00a0: chacun signe en face de son nom et reçoit sa feuille, en main propre.
            Le
            Signature
            Quelqu’un a perdu son téléphone, et n’a plus de code\u00a0?
            L’aider à entrer de nouveau
            Imports
            Journal
            Communes
            Personnels des écoles et de l’académie
            {0, plural, one {Un élève a rendu son travail} other {# élèves ont rendu leur travail}}
            Un tampon ou un mot de vous, et c’est vu.
            {0, plural, one {Un enfant a manqué quatre demi-journées sans motif légitime} other {# enfants ont manqué quatre demi-journées sans motif légitime}}
            Ce mois-ci (code de l’éducation, R131-7)
            En {0}, sans étape notée (code de l’éducation, R131-7)
            Depuis la rentrée, sans étape notée (code de l’éducation, R131-7)
            {0, plural, one {Une donnée dite fausse} other {# données dites fausses}}
            Réponse due avant le {0}
            Répondre
            Dit par {0}
            Annulé par la famille
            {0} → {1}
            {0}, parti à {1}
            Mon nom pour les familles et les élèves
            «\u00a0Mme\u00a0», «\u00a0Maîtresse\u00a0»… devant votre nom, sous ce que vous leur écrivez
            """.lines().map(String::strip).toList());

    private static final Pattern REGLE = Pattern.compile("#{1,2} (?:\\[[a-z-]+] ?)?|- ");

    private PorteeDesLangues() {}

    /// Each sentence of the promise, with the file that says it; the ways to write them are those of [PhrasesDuCode].
    static Map<String, String> phrases(Path main) throws IOException {
        Map<String, String> promised = new TreeMap<>();
        for (var fichier : Portee.FICHIERS) {
            var path = main.resolve(fichier);
            var said = fichier.endsWith(".txt") ? Map.copyOf(charte(path)) : PhrasesDuCode.read(path).phrases;
            said.forEach(promised::putIfAbsent);
        }
        promised.keySet().removeAll(POUR_LES_EQUIPES);
        return promised;
    }

    /// The sentences of each charter that is shipped, as `CorpsDeCharte` reads them.
    static Map<String, String> chartes(Path main) throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (var walk = Files.walk(main.resolve("resources/chartes"))) {
            for (var file : walk.filter(f -> f.toString().endsWith(".txt")).toList()) {
                all.putAll(charte(file));
            }
        }
        return all;
    }

    private static Map<String, String> charte(Path file) throws IOException {
        Map<String, String> said = new TreeMap<>();
        for (var line : Files.readAllLines(file)) {
            var matcher = REGLE.matcher(line.strip());
            var sentence = matcher.lookingAt() ? line.strip().substring(matcher.end()) : line.strip();
            if (!sentence.isEmpty()) {
                said.put(sentence, String.valueOf(file.getFileName()));
            }
        }
        return said;
    }

    static List<Path> missing(Path main) {
        List<Path> gone = new ArrayList<>();
        Portee.FICHIERS.stream().map(main::resolve).filter(Files::notExists).forEach(gone::add);
        return gone;
    }
}
