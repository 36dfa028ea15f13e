package fr.entecole.messagerie.lecture;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Nature;
import fr.entecole.documents.Documents;
import fr.entecole.documents.PieceJointe;
import fr.entecole.messagerie.Conversation;
import fr.entecole.messagerie.Correspondance;
import fr.entecole.messagerie.Cote;
import fr.entecole.messagerie.LectureDesConversations.Lue;
import fr.entecole.messagerie.MessageLu;
import fr.entecole.messagerie.Participant;
import fr.entecole.messagerie.PiecesDesMessages;
import fr.entecole.messagerie.ReglagesMessagerie;
import fr.entecole.redaction.Brouillon;
import fr.entecole.redaction.Brouillons;
import fr.entecole.signalement.DecisionsRendues;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Page;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Questions;
import fr.entecole.surete.PageDePause;
import fr.entecole.surete.Retires;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.servlet.ModelAndView;

/// A conversation and what one may do with it.
@Component
class PageDeConversation {

    private static final int NAMED = 4;

    private final Correspondance correspondance;
    private final Documents documents;
    private final Retires retires;
    private final DecisionsRendues decisions;
    private final ReglagesMessagerie reglages;
    private final Brouillons brouillons;
    private final PageDePause pause;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PageDeConversation(
            Correspondance correspondance,
            Documents documents,
            Retires retires,
            DecisionsRendues decisions,
            ReglagesMessagerie reglages,
            Brouillons brouillons,
            PageDePause pause,
            ApplicationEventPublisher events,
            Clock clock) {
        this.events = events;
        this.brouillons = brouillons;
        this.pause = pause;
        this.correspondance = correspondance;
        this.documents = documents;
        this.retires = retires;
        this.decisions = decisions;
        this.reglages = reglages;
        this.clock = clock;
    }

    static String lieu(UUID conversation) {
        return "messagerie.reponse." + conversation;
    }

    /// Who works in the school and opens what one family wrote has seen what it asks.
    @Transactional
    public void seen(Utilisateur utilisateur, Conversation conversation) {
        var now = clock.instant();
        correspondance.see(utilisateur, conversation, now);
        if (conversation.nonLus() > 0 && conversation.staff() && conversation.familles() == 1) {
            events.publishEvent(new Questions.Vue(conversation.id(), utilisateur.personneId(), now));
        }
    }

    void sent(Utilisateur utilisateur, UUID conversation) {
        brouillons.drop(utilisateur, lieu(conversation));
    }

    /// With the draft of an answer, if there is one.
    ModelAndView begin(Page page, Utilisateur utilisateur, Lue lue, String fait) {
        var brouillon = draft(utilisateur, lue);
        var depots = brouillon == null ? List.<UUID>of() : Brouillons.depots(brouillon);
        var form = ReponseForm.empty().orDraft(brouillon);
        return show(page, utilisateur, lue, form, depots, fait, brouillon, brouillon != null);
    }

    private @Nullable Brouillon draft(Utilisateur utilisateur, Lue lue) {
        return lue.conversation().answerable(utilisateur)
                ? brouillons.of(utilisateur, lieu(lue.conversation().id())).orElse(null)
                : null;
    }

    ModelAndView show(Page page, Utilisateur utilisateur, Lue lue, ReponseForm form, List<UUID> depots, String fait) {
        return show(page, utilisateur, lue, form, depots, fait, draft(utilisateur, lue), false);
    }

    /// @param fait what was just done
    private ModelAndView show(
            Page page,
            Utilisateur utilisateur,
            Lue lue,
            ReponseForm form,
            List<UUID> depots,
            String fait,
            @Nullable Brouillon brouillon,
            boolean repris) {
        var conversation = lue.conversation();
        var shown = lue.shown();
        Map<String, @Nullable Object> model = new HashMap<>();
        boolean answers = conversation.answerable(utilisateur);
        model.put("lue", lue);
        model.put("pieces", pieces(shown));
        model.put("avec", with(conversation, utilisateur));
        model.put("form", form);
        model.put("deja", documents.uploads(utilisateur, depots));
        model.put("fait", fait);
        model.put("brouillon", brouillon);
        model.put("repris", repris);
        model.put("lieu", lieu(conversation.id()));
        model.put("pause", answers && pause.holds(utilisateur));
        model.put("repond", answers);
        model.put("pourqui", answers ? whom(conversation, utilisateur) : "");
        model.put(
                "choisit",
                answers
                        && conversation.ouverte()
                        && conversation.combien() > 2
                        && !conversation.isBegunBy(utilisateur));
        model.put(
                "garde",
                answers && conversation.isBegunBy(utilisateur) && conversation.combien() - 1 > ReponseForm.MANY);
        var now = clock.instant();
        var quand = answers ? correspondance.delivery(conversation.ecoleId(), now) : now;
        model.put("quand", quand.isAfter(now) ? Dates.moment(quand, page.aujourdhui()) : "");
        model.put(
                "dits",
                shown.stream()
                        .filter(MessageLu::said)
                        .map(message -> message.texte().mots())
                        .collect(Collectors.joining("\n")));
        model.put("fin", shown.isEmpty() ? "" : Dates.words(fin(conversation, shown)));
        model.put("finReponse", Dates.words(reglages.fin(quand, withPupils(conversation, utilisateur))));
        model.put("finEleve", conversation.gardeLe() == null ? "" : pupilsEnd(shown));
        model.put(
                "parti",
                !shown.isEmpty() && shown.getLast().mien() && shown.getLast().etat() == MessageLu.Etat.REMIS);
        model.put("maximum", reglages.caracteres());
        model.put(
                "voles",
                shown.stream()
                        .filter(message -> !message.said())
                        .map(MessageLu::id)
                        .filter(message -> retires.contains(Correspondance.GENRE, message))
                        .collect(Collectors.toUnmodifiableSet()));
        model.put("caches", hidden(shown));
        model.put("tu", utilisateur.is(Profil.ELEVE));
        return page.titled(conversation.objet()).view("messagerie/lecture/conversation", model);
    }

    /// Why one's own messages were hidden, where that was decided.
    private Map<UUID, String> hidden(List<MessageLu> shown) {
        return decisions.hidden(
                Correspondance.GENRE,
                shown.stream()
                        .filter(message -> message.mien() && message.said() && message.masqueLe() != null)
                        .map(MessageLu::id)
                        .toList());
    }

    private Map<UUID, List<PieceJointe>> pieces(List<MessageLu> shown) {
        return documents.of(
                PiecesDesMessages.SALLE,
                shown.stream()
                        .filter(message -> message.pieces() > 0 && message.said())
                        .map(MessageLu::id)
                        .toList());
    }

    /// What is filed stays three years, but for what pupils wrote.
    private LocalDate fin(Conversation conversation, List<MessageLu> shown) {
        var last = shown.getLast();
        boolean stays = conversation.gardeLe() != null && shown.stream().anyMatch(m -> m.cote() != Cote.ELEVE);
        var remis = Objects.requireNonNullElse(last.remisLe(), last.remettreLe());
        return stays ? Dates.day(remis).plus(reglages.classes()) : last.disparaitLe();
    }

    /// When the last of what a pupil wrote goes, whatever was filed; empty where none did.
    private static String pupilsEnd(List<MessageLu> shown) {
        return shown.stream()
                .filter(message -> message.cote() == Cote.ELEVE)
                .map(MessageLu::disparaitLe)
                .max(Comparator.naturalOrder())
                .map(Dates::words)
                .orElse("");
    }

    /// A pupil writes or reads what is answered there.
    private static boolean withPupils(Conversation conversation, Utilisateur utilisateur) {
        var author = conversation.author();
        return utilisateur.is(Profil.ELEVE)
                || (conversation.answersAll(utilisateur)
                        ? conversation.holdsPupils()
                        : author != null && author.nature() == Nature.ELEVE);
    }

    /// « Vous et Claire Estève. Personne d’autre ne lit cette conversation. »
    private static String with(Conversation conversation, Utilisateur utilisateur) {
        boolean tu = utilisateur.is(Profil.ELEVE);
        var noms = conversation.noms();
        if (!conversation.pourMots().isEmpty() && (conversation.staff() || noms.size() > NAMED)) {
            return conversation.combien() > 1
                    ? t(
                            "{0}\u00a0: {1, plural, one {# personne} other {# personnes}} avec l’auteur.",
                            conversation.pourMots(), conversation.combien())
                    : conversation.pourMots();
        }
        var list = join(noms.size() > NAMED ? noms.subList(0, NAMED) : noms);
        if (noms.isEmpty()) {
            return "";
        }
        if (noms.size() > NAMED) {
            return t(
                    "Avec {0} et {1, plural, one {# autre} other {# autres}}.",
                    list, conversation.combien() - 1 - NAMED);
        }
        if (!conversation.ouverte() && !conversation.staff()) {
            return tu
                    ? t("De {0}. Les autres ne voient pas ton nom ni ta réponse.", list)
                    : t("De {0}. Les autres familles ne voient ni votre nom ni votre réponse.", list);
        }
        return tu
                ? t("Toi et {0}. Personne d’autre ne lit cette conversation.", list)
                : t("Vous et {0}. Personne d’autre ne lit cette conversation.", list);
    }

    private static String join(List<String> noms) {
        return noms.size() < 2
                ? String.join("", noms)
                : t("{0} et {1}", String.join(", ", noms.subList(0, noms.size() - 1)), noms.getLast());
    }

    private static String whom(Conversation conversation, Utilisateur utilisateur) {
        var to = conversation.destinataires(utilisateur);
        if (conversation.combien() - 1 > NAMED && conversation.answersAll(utilisateur)) {
            return t("{0, plural, one {# personne} other {# personnes}}", conversation.combien() - 1);
        }
        if (to.isEmpty()) {
            return conversation.pourMots();
        }
        var noms = join(to.stream().map(Participant::nom).toList());
        return to.size() == 1 ? t("{0} et personne d’autre", noms) : noms;
    }

    /// Who has read one's own message: by name where they are few, counted where they are many; never said to a pupil.
    static String read(Conversation conversation, MessageLu message) {
        if (!message.mien() || message.remisLe() == null || conversation.nature() == Nature.ELEVE) {
            return "";
        }
        var readers = conversation.readers(message.remisLe());
        if (readers.isEmpty()) {
            return t("Pas encore lu");
        }
        return conversation.combien() - 1 > NAMED
                ? t("Lu par {0} sur {1}", readers.size(), conversation.combien() - 1)
                : t("Lu par {0}", join(readers.stream().map(Participant::nom).toList()));
    }

    /// Its author may still take it back, as far as is known.
    static boolean recallable(Conversation conversation, MessageLu message) {
        return message.mien()
                && message.etat() == MessageLu.Etat.REMIS
                && conversation.personnes().stream()
                        .filter(p -> !p.personneId().equals(conversation.moi()))
                        .noneMatch(p -> p.read(message.remisLe()));
    }
}
