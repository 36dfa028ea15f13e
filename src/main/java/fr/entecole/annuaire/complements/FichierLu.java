package fr.entecole.annuaire.complements;

import fr.entecole.annuaire.saisies.SaisiesDesFamilles.Source;
import fr.entecole.annuaire.tableaux.Tableau;
import fr.entecole.annuaire.tableaux.Tableau.TableauRefuse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A file, once it is said what its columns mean: by their headings, or by who gave it.
///
/// @param source as its headings tell
/// @param entetes as written, to give back what is refused
record FichierLu(Genre genre, Source source, List<Colonne> colonnes, List<String> entetes, List<Ligne> lignes) {

    /// After it, ONDE's files list bodies, which are nobody (reference aaf-onde §11.2).
    private static final String BODIES = "intitule";

    private static final int EXEMPLES = 3;
    private static final int LONG = 40;

    /// @param connue by its heading
    /// @param champ null while nobody has said
    record Colonne(
            int rang,
            String titre,
            boolean connue,
            @Nullable Champ champ) {

        boolean asked() {
            return !connue;
        }
    }

    /// A child, as the line of a guardian names them.
    record Enfant(String nom, String usage, String prenom, String classe) {}

    /// @param champs as written, or corrected
    record Ligne(long numero, List<String> champs, Map<Champ, List<String>> valeurs, List<Enfant> enfants) {

        /// Empty where nothing is said.
        String of(Champ champ) {
            return all(champ).stream().findFirst().orElse("");
        }

        @Nullable
        String orNull(Champ champ) {
            var value = of(champ);
            return value.isEmpty() ? null : value;
        }

        /// As written in that column, empty where the line is shorter.
        String at(int rang) {
            return rang < champs.size() ? champs.get(rang) : "";
        }

        List<String> all(Champ champ) {
            return valeurs.getOrDefault(champ, List.of());
        }
    }

    static FichierLu read(byte[] octets, Map<String, String> reponses) throws TableauRefuse {
        return read(octets, reponses, Map.of());
    }

    /// @param reponses what was answered about its columns: `genre`, `colonne-3`
    /// @param corrigees what was corrected on the screen: by line, then by column
    static FichierLu read(byte[] octets, Map<String, String> reponses, Map<Long, Map<Integer, String>> corrigees)
            throws TableauRefuse {
        var tableau = Tableau.read(octets);
        var cles = tableau.entetes().stream().map(Champ::cle).toList();
        var genre = genre(cles, reponses.get("genre"));
        List<Colonne> colonnes = new ArrayList<>();
        for (int i = 0; i < cles.size(); i++) {
            var titre = tableau.entetes().get(i);
            var known =
                    titre.isEmpty() ? Champ.RIEN : Champ.of(genre, cles.get(i)).orElse(null);
            colonnes.add(new Colonne(
                    i, titre, known != null, known != null ? known : answered(reponses.get("colonne-" + i))));
        }
        List<Ligne> lignes = new ArrayList<>();
        for (var ligne : tableau.lignes()) {
            if (Champ.cle(ligne.champs().getFirst()).equals(BODIES)) {
                break;
            }
            var champs = corrected(ligne.champs(), corrigees.getOrDefault(ligne.numero(), Map.of()));
            lignes.add(new Ligne(ligne.numero(), champs, values(colonnes, champs), children(colonnes, champs)));
        }
        return new FichierLu(genre, source(cles), List.copyOf(colonnes), tableau.entetes(), List.copyOf(lignes));
    }

    private static List<String> corrected(List<String> champs, Map<Integer, String> corrigees) {
        if (corrigees.isEmpty()) {
            return champs;
        }
        List<String> corrected = new ArrayList<>(champs);
        corrigees.forEach((rang, valeur) -> {
            while (corrected.size() <= rang) {
                corrected.add("");
            }
            corrected.set(rang, valeur);
        });
        return List.copyOf(corrected);
    }

    /// What is really in a column: its first values, short ones, each once.
    List<String> exemples(Colonne colonne) {
        return lignes.stream()
                .map(ligne -> ligne.at(colonne.rang()))
                .filter(value -> !value.isEmpty() && value.length() <= LONG)
                .distinct()
                .limit(EXEMPLES)
                .toList();
    }

    /// The columns that are read.
    List<Colonne> lues() {
        return colonnes.stream()
                .filter(colonne -> colonne.champ() != null && colonne.champ() != Champ.RIEN)
                .toList();
    }

    Optional<Ligne> ligne(long numero) {
        return lignes.stream().filter(ligne -> ligne.numero() == numero).findFirst();
    }

    private static Genre genre(List<String> cles, @Nullable String answered) {
        var said = Genre.parse(answered);
        return said != null
                ? said
                : Genre.guess(cles.stream()
                        .map(cle -> cle.replaceFirst("[0-9]+$", ""))
                        .toList());
    }

    private static @Nullable Champ answered(@Nullable String answer) {
        for (var champ : Champ.values()) {
            if (champ.name().equals(answer)) {
                return champ;
            }
        }
        return null;
    }

    private static Source source(List<String> cles) {
        if (cles.contains("nomeleve") && !cles.contains("ine")) {
            return Source.BE1D;
        }
        return cles.contains("nomeleve") || cles.contains("civiliteresponsable") ? Source.ONDE : Source.CSV;
    }

    private static Map<Champ, List<String>> values(List<Colonne> colonnes, List<String> champs) {
        Map<Champ, List<String>> values = new EnumMap<>(Champ.class);
        for (var colonne : colonnes) {
            var value = plain(colonne.rang() < champs.size() ? champs.get(colonne.rang()) : "");
            if (colonne.champ() != null && !value.isEmpty()) {
                values.computeIfAbsent(colonne.champ(), _ -> new ArrayList<>()).add(value);
            }
        }
        return values;
    }

    /// As it was before a spreadsheet was kept from taking it for a formula.
    private static String plain(String value) {
        return value.length() > 1 && value.charAt(0) == '\'' && "=+@".indexOf(value.charAt(1)) >= 0
                ? value.substring(1)
                : value;
    }

    /// The same headings come again for each child: a column that was met already begins another one.
    private static List<Enfant> children(List<Colonne> colonnes, List<String> champs) {
        List<Map<Champ, String>> groups = new ArrayList<>();
        for (var colonne : colonnes) {
            var champ = colonne.champ();
            if (champ != null && champ.ofTheChild()) {
                if (groups.isEmpty() || groups.getLast().containsKey(champ)) {
                    groups.add(new EnumMap<>(Champ.class));
                }
                groups.getLast().put(champ, colonne.rang() < champs.size() ? champs.get(colonne.rang()) : "");
            }
        }
        return groups.stream()
                .map(group -> new Enfant(
                        said(group, Champ.ENFANT_NOM),
                        said(group, Champ.ENFANT_USAGE),
                        said(group, Champ.ENFANT_PRENOM),
                        said(group, Champ.ENFANT_CLASSE)))
                .filter(enfant -> !(enfant.nom() + enfant.usage() + enfant.prenom()).isEmpty())
                .toList();
    }

    private static String said(Map<Champ, String> group, Champ champ) {
        return Objects.requireNonNullElse(group.get(champ), "");
    }

    /// Columns without which no line can be read.
    List<Champ> missing() {
        var needed = genre == Genre.ELEVES
                ? List.of(Champ.PRENOM, Champ.NAISSANCE)
                : genre == Genre.RESPONSABLES ? List.of(Champ.PRENOM, Champ.ENFANT_PRENOM) : List.of(Champ.PRENOM);
        var there = new HashSet<>(
                colonnes.stream().map(Colonne::champ).filter(Objects::nonNull).toList());
        var missing =
                new ArrayList<>(needed.stream().filter(c -> !there.contains(c)).toList());
        if (there.stream().noneMatch(Set.of(Champ.NOM, Champ.USAGE)::contains)) {
            missing.addFirst(Champ.NOM);
        }
        return missing;
    }
}
