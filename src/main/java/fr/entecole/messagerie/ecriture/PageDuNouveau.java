package fr.entecole.messagerie.ecriture;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Etendue;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.destinataires.Champ;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.comptes.destinataires.Choix;
import fr.entecole.comptes.destinataires.Selection;
import fr.entecole.documents.Documents;
import fr.entecole.messagerie.Cote;
import fr.entecole.messagerie.Droit;
import fr.entecole.messagerie.LectureDesConversations;
import fr.entecole.messagerie.ReglagesMessagerie;
import fr.entecole.messagerie.Regles;
import fr.entecole.messagerie.Regles.Matrice;
import fr.entecole.messagerie.ecriture.ListeCourte.Interlocuteur;
import fr.entecole.redaction.Brouillon;
import fr.entecole.redaction.Brouillons;
import fr.entecole.redaction.Clarte;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Mention;
import fr.entecole.socle.Page;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.langue.Langue;
import fr.entecole.socle.web.Option;
import fr.entecole.surete.PageDePause;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// The page on which a conversation begins: whom one may write to, what is typed, who will read it and when.
@Component
class PageDuNouveau {

    private static final String NOUVEAU = "messagerie.nouveau";

    private final ListeCourte interlocuteurs;
    private final Selection selection;
    private final Regles regles;
    private final Calendriers calendriers;
    private final Documents documents;
    private final Lectures lectures;
    private final ReglagesMessagerie reglages;
    private final Brouillons brouillons;
    private final PageDePause pause;
    private final LectureDesConversations conversations;
    private final Clock clock;

    PageDuNouveau(
            ListeCourte interlocuteurs,
            Selection selection,
            Regles regles,
            Calendriers calendriers,
            Documents documents,
            Lectures lectures,
            ReglagesMessagerie reglages,
            Brouillons brouillons,
            PageDePause pause,
            LectureDesConversations conversations,
            Clock clock) {
        this.brouillons = brouillons;
        this.pause = pause;
        this.conversations = conversations;
        this.interlocuteurs = interlocuteurs;
        this.selection = selection;
        this.regles = regles;
        this.calendriers = calendriers;
        this.documents = documents;
        this.lectures = lectures;
        this.reglages = reglages;
        this.clock = clock;
    }

    static boolean picks(Utilisateur utilisateur) {
        return utilisateur.is(Profil.ENSEIGNANT, Profil.DIRECTEUR);
    }

    /// What the rules, the directory and the calendars say today. One round trip.
    Contexte read(Utilisateur utilisateur) {
        return lectures.read(regles.lecture(utilisateur.ecoles())
                .with(
                        interlocuteurs.of(utilisateur),
                        (matrice, all) -> new Contexte(matrice, ListeCourte.permitted(all, matrice), Map.of(), ""))
                .with(signature(utilisateur), Contexte::signed)
                .with(calendriers.lecture(utilisateur.ecoles()), Contexte::with));
    }

    private static Lecture<List<String>> signature(Utilisateur utilisateur) {
        return Lecture.of(
                "select signature from messagerie.choix where personne_id = :moi",
                Map.of("moi", utilisateur.personneId()),
                (rs, _) -> rs.getString("signature"));
    }

    /// What the picker offers: whom the rules permit in one school at least of this person's.
    static Champ champ(Utilisateur utilisateur, Matrice matrice) {
        var quis = EnumSet.noneOf(Qui.class);
        for (var qui : Qui.values()) {
            if (utilisateur.ecoles().stream()
                    .anyMatch(ecole -> matrice.permits(ecole, droit(Cote.of(utilisateur), qui)))) {
                quis.add(qui);
            }
        }
        return new Champ(
                EnumSet.of(Etendue.CLASSE, Etendue.GROUPE, Etendue.ELEVES, Etendue.ECOLE, Etendue.PERSONNES), quis);
    }

    static Droit droit(Cote cote, Qui qui) {
        return switch (qui) {
            case RESPONSABLES -> cote == Cote.DIRECTION ? Droit.DIRECTION_RESPONSABLE : Droit.ENSEIGNANT_RESPONSABLE;
            case ELEVES -> cote == Cote.DIRECTION ? Droit.DIRECTION_ELEVE : Droit.ENSEIGNANT_ELEVE;
            case EQUIPE, DIRECTIONS -> Droit.EQUIPE_EQUIPE;
        };
    }

    /// Instead of the form while nothing of theirs leaves, with what they had begun.
    Optional<ModelAndView> paused(Page page, Utilisateur utilisateur) {
        return pause.holds(utilisateur)
                ? pause.instead(
                        page,
                        utilisateur,
                        brouillons
                                .of(utilisateur, NOUVEAU)
                                .map(brouillon -> brouillon.champ("texte", ""))
                                .orElse(""))
                : Optional.empty();
    }

    /// With the draft, if there is one.
    ModelAndView begin(Page page, Utilisateur utilisateur, Contexte contexte, NouveauForm form) {
        var brouillon = brouillons.of(utilisateur, NOUVEAU).orElse(null);
        var depots = brouillon == null ? List.<UUID>of() : Brouillons.depots(brouillon);
        return Langue.FRANCAIS.call(
                () -> // as its page is
                show(page, utilisateur, contexte, form.orDraft(brouillon), depots, brouillon, brouillon != null));
    }

    void sent(Utilisateur utilisateur, NouveauForm form) {
        if (form.transmis().isEmpty()) {
            brouillons.drop(utilisateur, NOUVEAU);
        }
    }

    ModelAndView show(Page page, Utilisateur utilisateur, Contexte contexte, NouveauForm form, List<UUID> depots) {
        var brouillon =
                form.transmis().isEmpty() ? brouillons.of(utilisateur, NOUVEAU).orElse(null) : null;
        return Langue.FRANCAIS.call(() -> show(page, utilisateur, contexte, form, depots, brouillon, false));
    }

    private ModelAndView show(
            Page page,
            Utilisateur utilisateur,
            Contexte contexte,
            NouveauForm form,
            List<UUID> depots,
            @Nullable Brouillon brouillon,
            boolean repris) {
        Map<String, @Nullable Object> model = new HashMap<>();
        boolean picks = picks(utilisateur);
        var champ = picks ? champ(utilisateur, contexte.matrice()) : null;
        var choix = champ == null || champ.quis().isEmpty()
                ? null
                : selection.read(utilisateur, champ, selection.still(utilisateur, champ, form.pour()), form.cherche());
        var nobody = picks ? choix == null : contexte.interlocuteurs().isEmpty();
        model.put("form", form);
        model.put("brouillon", brouillon);
        model.put("repris", repris);
        model.put("choix", choix);
        model.put("interlocuteurs", options(page, contexte));
        model.put("personne", nobody);
        model.put("deja", documents.uploads(utilisateur, depots));
        model.put("maximum", reglages.caracteres());
        model.put(
                "conseils",
                form.geste().equals("relire") ? Clarte.hints(form.redige().brut()) : null);
        var where = ecoles(utilisateur, contexte, form, choix);
        var quand = contexte.quand(clock.instant(), where);
        boolean differs = contexte.differs(clock.instant(), where);
        model.put("bouton", button(page, quand));
        model.put("suit", utilisateur.ecoles().size() > 1);
        model.put("mentions", nobody ? List.of() : mentions(page, utilisateur, contexte, form, choix, quand, differs));
        model.put(
                "avis",
                form.passedOn()
                        .flatMap(id -> conversations.message(utilisateur, id))
                        .map(message -> new Transmission(message).avis())
                        .orElse(""));
        model.put("tu", utilisateur.is(Profil.ELEVE));
        return page.titled(t("Écrire un message")).view("messagerie/ecriture/nouveau", model);
    }

    /// Each with the hour at which it reaches them, where that is not now: schools have their own hours.
    private List<Option> options(Page page, Contexte contexte) {
        var now = clock.instant();
        return contexte.interlocuteurs().stream()
                .map(i -> {
                    var due = contexte.quand(now, List.of(i.ecole()));
                    return new Option(
                            i.code(),
                            i.nom(),
                            due == null
                                    ? i.precision()
                                    : Stream.of(
                                                    i.precision(),
                                                    t("sera remis {0}", Dates.moment(due, page.aujourdhui())))
                                            .filter(words -> !words.isEmpty())
                                            .collect(Collectors.joining(" · ")));
                })
                .toList();
    }

    private static List<UUID> ecoles(
            Utilisateur utilisateur, Contexte contexte, NouveauForm form, @Nullable Choix choix) {
        var chosen = choix != null
                ? choix.publics().stream().map(Public::ecoleId).distinct().toList()
                : contexte.interlocuteurs().stream()
                        .filter(i -> i.code().equals(form.a()))
                        .map(Interlocuteur::ecole)
                        .toList();
        return chosen.isEmpty() ? List.copyOf(utilisateur.ecoles()) : chosen;
    }

    private static String button(Page page, @Nullable Instant quand) {
        return quand == null ? t("Envoyer") : t("Remettre {0}", Dates.moment(quand, page.aujourdhui()));
    }

    private List<Mention> mentions(
            Page page,
            Utilisateur utilisateur,
            Contexte contexte,
            NouveauForm form,
            @Nullable Choix choix,
            @Nullable Instant quand,
            boolean differs) {
        boolean tu = utilisateur.is(Profil.ELEVE);
        List<Mention> mentions = new ArrayList<>();
        mentions.add(new Mention("personne", t("Qui le verra"), whom(utilisateur, contexte, form, choix)));
        mentions.add(new Mention(
                "horloge",
                t("Quand"),
                quand == null
                        ? differs
                                ? t("À l’heure de chaque école\u00a0: elle est dite sous chaque nom.")
                                : t("Tout de suite")
                        : tu
                                ? t(
                                        "Il sera remis {0}. Tu peux l’annuler avant.",
                                        Dates.moment(quand, page.aujourdhui()))
                                : t(
                                        "Il sera remis {0}. Vous pouvez l’annuler avant.",
                                        Dates.moment(quand, page.aujourdhui()))));
        boolean pupils = tu || choix != null && choix.publics().stream().anyMatch(pour -> pour.qui() == Qui.ELEVES);
        mentions.add(new Mention(
                "historique",
                t("Combien de temps"),
                t(
                        "Il disparaîtra le {0}.",
                        Dates.words(reglages.fin(quand == null ? clock.instant() : quand, pupils)))));
        return mentions;
    }

    private static String whom(Utilisateur utilisateur, Contexte contexte, NouveauForm form, @Nullable Choix choix) {
        if (choix != null) {
            return choix.comptage().responsables() > 1
                    ? t("Chacun le lit sans voir les autres familles, et répond à vous seul.")
                    : t("Les personnes que vous choisissez, et personne d’autre.");
        }
        var chosen = contexte.interlocuteurs().stream()
                .filter(i -> i.code().equals(form.a()))
                .findFirst();
        if (chosen.isPresent() && chosen.get().droit() == Droit.ELEVE_ELEVE) {
            return contexte.matrice().retains(chosen.get().ecole(), Droit.ELEVE_ELEVE)
                    ? t("Ta maîtresse ou ton maître le relit d’abord.")
                    : t("{0}, et personne d’autre.", chosen.get().nom());
        }
        return switch (utilisateur.profil()) {
            case PARENT -> t("La personne que vous choisissez. L’autre responsable de l’enfant ne le voit pas.");
            case ELEVE -> t("La personne que tu choisis, et personne d’autre.");
            default -> t("La personne que vous choisissez, et personne d’autre.");
        };
    }
}
