package fr.entecole.comptes.charte;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.langue.Langue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A charter's text, read: `# title`, an introduction, then rules, each `## [picture] heading` with paragraphs and
/// `- items`. Nothing else has a meaning, and HTML has none: it is refused.
public record CorpsDeCharte(String titre, List<String> chapeau, List<Article> articles) {

    static final int LONGEST = 20_000;
    private static final int RULES_HEARD = 8;
    private static final Pattern RULE = Pattern.compile("## (?:\\[([a-z-]+)] ?)?(\\S.*)");

    /// Pictures of the icon set that a rule may have.
    static final Set<String> ICONES = Set.of(
            "aide",
            "alerte",
            "bouclier",
            "cadenas",
            "calendrier",
            "classe",
            "cle",
            "crayon",
            "drapeau",
            "ecole",
            "enveloppe",
            "groupe",
            "horloge",
            "info",
            "livre",
            "lune",
            "mairie",
            "oeil",
            "personne",
            "photo",
            "signature");

    /// Pictures of the children's set that a rule may have.
    static final Set<String> IMAGES = Set.of(
            "album",
            "cadeau",
            "classe",
            "cle",
            "dessin",
            "ecole",
            "etoile",
            "fini",
            "fleur",
            "histoire",
            "maison",
            "oreille",
            "parapluie",
            "soleil",
            "voix");

    static CorpsDeCharte parse(String corps) {
        var titre = "";
        var chapeau = new ArrayList<String>();
        var articles = new ArrayList<Article>();
        for (var raw :
                corps.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
            var rule = RULE.matcher(raw);
            if (rule.matches()) {
                var image = rule.group(1) == null ? "" : rule.group(1);
                articles.add(new Article(image, rule.group(2), new ArrayList<>(), new ArrayList<>()));
            } else if (raw.startsWith("# ") && titre.isEmpty()) {
                titre = raw.substring(2).strip();
            } else if (articles.isEmpty()) {
                chapeau.add(raw);
            } else if (raw.startsWith("- ")) {
                articles.getLast().liste().add(raw.substring(2).strip());
            } else {
                articles.getLast().paragraphes().add(raw);
            }
        }
        return new CorpsDeCharte(titre, List.copyOf(chapeau), List.copyOf(articles));
    }

    /// In this language, where it has every sentence of this text: what the region has changed since is in French.
    Optional<CorpsDeCharte> in(Langue langue) {
        return langue != Langue.FRANCAIS && sentences().allMatch(langue::translates)
                ? Optional.of(map(langue::say))
                : Optional.empty();
    }

    private Stream<String> sentences() {
        return Stream.concat(
                Stream.concat(Stream.of(titre), chapeau.stream()),
                articles.stream().flatMap(Article::sentences));
    }

    private CorpsDeCharte map(UnaryOperator<String> say) {
        return new CorpsDeCharte(
                say.apply(titre),
                chapeau.stream().map(say).toList(),
                articles.stream().map(article -> article.map(say)).toList());
    }

    /// @return why this text cannot be published as this charter, empty when it can
    static Optional<String> refusal(Texte texte, String corps) {
        if (corps.isBlank()) {
            return Optional.of(t("Écrivez le texte de la charte."));
        }
        if (corps.length() > LONGEST) {
            return Optional.of(t("Ce texte est trop long pour être lu : {0, number} caractères au plus.", LONGEST));
        }
        if (corps.indexOf('<') >= 0 || corps.indexOf('>') >= 0) {
            return Optional.of(t("Écrivez du texte simple : les signes < et > n’y sont pas admis."));
        }
        var lu = parse(corps);
        if (lu.titre().isEmpty() || lu.articles().isEmpty()) {
            return Optional.of(t("Il faut un titre (# Titre) et au moins une règle (## Règle)."));
        }
        if (texte.heard() && lu.articles().size() > RULES_HEARD) {
            return Optional.of(t("Pour les plus jeunes, huit règles au plus."));
        }
        var known = texte.heard() ? IMAGES : ICONES;
        return lu.articles().stream()
                .map(Article::image)
                .filter(image -> !image.isEmpty() && !known.contains(image))
                .findFirst()
                .map(image -> t("L’image « {0} » n’existe pas ici.", image));
    }

    /// @param image of the icon set, or of the children's for the text that is heard; empty: none
    public record Article(String image, String titre, List<String> paragraphes, List<String> liste) {

        private Stream<String> sentences() {
            return Stream.concat(Stream.of(titre), Stream.concat(paragraphes.stream(), liste.stream()));
        }

        private Article map(UnaryOperator<String> say) {
            return new Article(
                    image,
                    say.apply(titre),
                    paragraphes.stream().map(say).toList(),
                    liste.stream().map(say).toList());
        }
    }
}
