package fr.entecole.annuaire.complements;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.noms.Codes;
import fr.entecole.annuaire.tableaux.Tableau;
import fr.entecole.annuaire.tableaux.Tableau.TableauRefuse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/// Files as they are given, judged before anything of them is kept: what is empty, too big, no table, or another
/// school's is refused with what was expected. One that is refused, and none of those given with it is kept.
@Component
class ComplementsRecus {

    private static final int LARGEST = 2_000_000;
    private static final int MOST = 50;
    private static final int LONGEST_NAME = 120;
    private static final int SHOWN = 60;
    private static final int HEADING = 40;
    private static final Pattern UAI = Pattern.compile("(?<![0-9])[0-9]{7}[A-Za-z](?![A-Za-z0-9])");

    private final EcolesLues ecoles;
    private final Appellations noms;

    ComplementsRecus(EcolesLues ecoles, Appellations noms) {
        this.ecoles = ecoles;
        this.noms = noms;
    }

    /// @param ecole null: its lines say which
    record Recu(@Nullable UUID ecole, String nom, Genre genre, byte[] octets) {}

    /// @param fichiers in the order in which they are to be confirmed; none when there is a fault
    /// @param faute in words, empty when all may be kept
    record Lecture(List<Recu> fichiers, String faute) {

        private static Lecture refused(String faute) {
            return new Lecture(List.of(), faute);
        }
    }

    /// @param ecole that is completed; null: the region gives files of any
    Lecture read(@Nullable UUID ecole, List<Donne> fichiers) throws IOException {
        var given = fichiers.stream()
                .filter(fichier -> fichier.octets > 0 || !fichier.nom.isEmpty())
                .toList();
        if (given.isEmpty()) {
            return Lecture.refused(t("Choisissez un ou plusieurs fichiers CSV, de 2 Mo au plus chacun."));
        }
        if (given.size() > MOST) {
            return Lecture.refused(t(
                    "{0, plural, one {# fichier} other {# fichiers}} à la fois au plus : donnez-les en plusieurs fois.",
                    MOST));
        }
        List<Recu> recus = new ArrayList<>();
        List<String> fautes = new ArrayList<>();
        for (var fichier : given) {
            try {
                recus.add(read(ecole, fichier));
            } catch (TableauRefuse e) {
                fautes.add(given.size() == 1 ? e.phrase() : t("{0} : {1}", fichier.nom, e.phrase()));
            }
        }
        if (!fautes.isEmpty()) {
            return Lecture.refused(t("{0} Rien n’a été gardé.", String.join(" ", fautes)));
        }
        return new Lecture(
                recus.stream().sorted(Comparator.comparing(Recu::genre)).toList(), "");
    }

    private Recu read(@Nullable UUID ecole, Donne fichier) throws IOException, TableauRefuse {
        if (fichier.octets > LARGEST) {
            throw new TableauRefuse(t(
                    "Ce fichier est trop gros : {0, number} Mo, quand il en faut 2 au plus. Donnez-le en plusieurs parties, avec les titres des colonnes en tête de chacune.",
                    Math.ceil(fichier.octets / 100_000.0) / 10));
        }
        var octets = fichier.contenu.getInputStream().readAllBytes();
        var tableau = Tableau.read(octets);
        if (!names(tableau)) {
            throw new TableauRefuse(t(
                    "Ce fichier n’est pas un tableau de personnes. Sa première ligne donne les titres des colonnes, comme « Nom ; Prénom ; Date de naissance ; Classe », et chaque ligne suivante une personne. Celle-ci dit « {0} ».",
                    shown(tableau)));
        }
        var nom = fichier.nom;
        var lu = FichierLu.read(octets, Map.of());
        return new Recu(ecole == null ? named(nom, lu) : ofThis(ecole, nom, lu), nom, lu.genre(), octets);
    }

    /// Whether the first line names columns that are known, or may name some: a letter has lines and commas too.
    private static boolean names(Tableau tableau) {
        var titres =
                tableau.entetes().stream().filter(titre -> !titre.isEmpty()).toList();
        long known = titres.stream().map(Champ::cle).filter(Champ::known).count();
        long wide = tableau.lignes().stream().filter(ComplementsRecus::wide).count();
        boolean mostly = wide * 5 >= tableau.lignes().size() * 4L;
        return titres.size() > 1
                && (known > 1
                        || mostly && known == 1
                        || mostly
                                && tableau.separateur() != ','
                                && titres.stream().allMatch(titre -> titre.length() <= HEADING));
    }

    private static boolean wide(Tableau.Ligne ligne) {
        return ligne.champs().stream().filter(champ -> !champ.isEmpty()).count() > 1;
    }

    private static String shown(Tableau tableau) {
        var line = String.join(" ", tableau.entetes()).strip();
        return line.length() > SHOWN ? line.substring(0, SHOWN).strip() + "…" : line;
    }

    /// The school of a file that the region gives: its lines say which, else its name.
    private @Nullable UUID named(String nom, FichierLu lu) {
        var codes = codes(lu);
        return code(nom)
                .filter(code -> codes.isEmpty() || codes.equals(Set.of(code)))
                .flatMap(ecoles::byUai)
                .orElse(null);
    }

    private static Optional<String> code(String nom) {
        return UAI.matcher(nom)
                .results()
                .map(found -> found.group().toUpperCase(Locale.ROOT))
                .filter(Codes::uai)
                .findFirst();
    }

    private static Set<String> codes(FichierLu lu) {
        return lu.lignes().stream()
                .map(ligne -> ligne.of(Champ.UAI).toUpperCase(Locale.ROOT))
                .filter(Codes::uai)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// A file that speaks of other schools alone is theirs; of a few lines of another, each line says it.
    private UUID ofThis(UUID ecole, String nom, FichierLu lu) throws TableauRefuse {
        var said = codes(lu);
        if (said.isEmpty()) {
            code(nom).ifPresent(said::add);
        }
        var own = ecoles.uai(ecole);
        if (said.isEmpty() || said.contains(own)) {
            return ecole;
        }
        var code = said.iterator().next();
        var other = ecoles.byUai(code);
        if (own.isEmpty() && other.isEmpty()) {
            return ecole;
        }
        var called = noms.ecoles(other.map(id -> List.of(ecole, id)).orElse(List.of(ecole)));
        var here = t("{0} ({1})", called.getOrDefault(ecole, ""), own.isEmpty() ? t("sans code") : own);
        throw new TableauRefuse(other.map(id -> t(
                        "Ce fichier est celui d’une autre école : {0} ({1}). Vous complétez {2}.",
                        called.getOrDefault(id, ""), code, here))
                .orElseGet(() -> t(
                        "Ce fichier est celui d’une école que l’annuaire ne connaît pas, de code {0}. Vous complétez {1}.",
                        code, here)));
    }

    /// A file as it was given.
    ///
    /// @param nom without the folders that some browsers send
    record Donne(String nom, long octets, InputStreamSource contenu) {

        static Donne of(@Nullable String nom, long octets, InputStreamSource contenu) {
            var name = Objects.requireNonNullElse(nom, "").strip();
            name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
            return new Donne(
                    name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name,
                    octets,
                    contenu);
        }
    }
}
