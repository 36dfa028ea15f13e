package fr.entecole.conventions.regles;

import static fr.entecole.socle.Phrases.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a convention ends before its term. Two ways: a notice of some months by letter, where the model knows it
/// (article 9 of 2020-21); and in all of them, for who says that it is not respected, a first registered letter with
/// the grievances, a conciliation within a month, a second letter with the reasons, the termination fifteen days after
/// it is sent, and the court that the model names when a month of that letter brought no settlement. What was paid is
/// never given back. A settlement ends the quarrel: the convention goes on, and if it is not respected again the way
/// begins with another first letter.
///
/// @param faites steps since the last settlement, which is the first of them
public record Cessation(int preavis, String tribunal, Map<Etape, LocalDate> faites) {

    private static final int QUINZAINE = 15;

    public Cessation {
        faites = Map.copyOf(faites);
    }

    /// Steps that may be said now, in the order of the text.
    public List<Etape> next() {
        List<Etape> possible = new ArrayList<>();
        if (effet() != null) {
            return possible;
        }
        if (preavis > 0 && !done(Etape.PREAVIS) && !done(Etape.MISE_EN_DEMEURE)) {
            possible.add(Etape.PREAVIS);
        }
        if (!done(Etape.MISE_EN_DEMEURE)) {
            possible.add(Etape.MISE_EN_DEMEURE);
        } else if (!done(Etape.CONCILIATION)) {
            possible.add(Etape.CONCILIATION);
        } else if (!done(Etape.ECHEC)) {
            possible.add(Etape.ACCORD);
            possible.add(Etape.ECHEC);
        } else {
            possible.add(Etape.RESILIATION);
        }
        return possible;
    }

    /// First day without the convention; null as long as nothing that ends it was sent.
    public @Nullable LocalDate effet() {
        var notice = faites.get(Etape.PREAVIS);
        var letter = faites.get(Etape.RESILIATION);
        var byNotice = notice == null || preavis == 0 ? null : notice.plusMonths(preavis);
        var byLetter = letter == null ? null : letter.plusDays(QUINZAINE);
        if (byNotice == null || byLetter == null) {
            return byNotice == null ? byLetter : byNotice;
        }
        return byNotice.isBefore(byLetter) ? byNotice : byLetter;
    }

    /// The days that follow from what was done, the next one first.
    public Map<Terme, LocalDate> termes() {
        Map<Terme, LocalDate> termes = new EnumMap<>(Terme.class);
        var first = faites.get(Etape.MISE_EN_DEMEURE);
        var second = faites.get(Etape.RESILIATION);
        if (first != null && second == null) {
            termes.put(Terme.CONCILIATION, first.plusMonths(1));
        }
        var effect = effet();
        if (effect != null) {
            termes.put(Terme.EFFET, effect);
        }
        if (second != null && !tribunal.isEmpty()) {
            termes.put(Terme.TRIBUNAL, second.plusMonths(1));
        }
        return termes;
    }

    /// Why a step cannot bear this day; empty when it can.
    public Optional<String> refusal(Etape etape, LocalDate jour, LocalDate today) {
        if (!next().contains(etape)) {
            return Optional.of(t("Cette étape ne peut pas être notée maintenant\u00a0: relisez la page."));
        }
        if (jour.isAfter(today)) {
            return Optional.of(t("Choisissez un jour passé, ou aujourd’hui."));
        }
        return faites.entrySet().stream()
                .filter(done -> isBefore(done.getKey(), etape) && jour.isBefore(done.getValue()))
                .findAny()
                .map(_ -> t("Choisissez un jour qui ne soit pas avant l’étape précédente."));
    }

    /// A settlement that is known is that of the quarrel before.
    private static boolean isBefore(Etape done, Etape etape) {
        return done == Etape.ACCORD || done.compareTo(etape) < 0;
    }

    private boolean done(Etape etape) {
        return faites.containsKey(etape);
    }

    public enum Etape {
        PREAVIS,
        MISE_EN_DEMEURE,
        CONCILIATION,
        ACCORD,
        ECHEC,
        RESILIATION;

        public String libelle() {
            return switch (this) {
                case PREAVIS -> t("Dénonciation par lettre, avec préavis");
                case MISE_EN_DEMEURE -> t("Première lettre recommandée\u00a0: mise en demeure");
                case CONCILIATION -> t("Conciliation engagée");
                case ACCORD -> t("Accord trouvé");
                case ECHEC -> t("Échec de la conciliation");
                case RESILIATION -> t("Seconde lettre recommandée\u00a0: résiliation");
            };
        }
    }

    public enum Terme {
        CONCILIATION,
        EFFET,
        TRIBUNAL;

        public String libelle() {
            return switch (this) {
                case CONCILIATION -> t("La conciliation s’engage au plus tard le");
                case EFFET -> t("La convention prend fin le");
                case TRIBUNAL -> t("Faute d’accord, le tribunal peut être saisi à partir du");
            };
        }
    }
}
