package fr.entecole.messagerie.lecture;

import fr.entecole.annuaire.Public;
import fr.entecole.documents.DepotRefuse;
import fr.entecole.messagerie.Cle;
import fr.entecole.messagerie.Conversation;
import fr.entecole.messagerie.Correspondance;
import fr.entecole.messagerie.Cote;
import fr.entecole.messagerie.Envoi;
import fr.entecole.messagerie.Envoi.Lettre;
import fr.entecole.messagerie.LectureDesConversations;
import fr.entecole.messagerie.LectureDesConversations.Lue;
import fr.entecole.messagerie.ReglagesMessagerie;
import fr.entecole.messagerie.ecriture.LettresEcrites;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import fr.entecole.socle.web.Microphone;
import fr.entecole.surete.Depart;
import fr.entecole.surete.Departs;
import fr.entecole.surete.Partance;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// Reading a conversation and going on with it.
@Pour({Profil.ELEVE, Profil.PARENT, Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL})
@Controller
class ConversationController {

    private final LectureDesConversations lecture;
    private final Correspondance correspondance;
    private final PageDeConversation pages;
    private final LettresEcrites lettres;
    private final Departs departs;
    private final ReglagesMessagerie reglages;
    private final Clock clock;

    ConversationController(
            LectureDesConversations lecture,
            Correspondance correspondance,
            PageDeConversation pages,
            LettresEcrites lettres,
            Departs departs,
            ReglagesMessagerie reglages,
            Clock clock) {
        this.lecture = lecture;
        this.correspondance = correspondance;
        this.pages = pages;
        this.lettres = lettres;
        this.departs = departs;
        this.reglages = reglages;
        this.clock = clock;
    }

    @Microphone
    @GetMapping("/messagerie/conversations/{id}")
    ModelAndView show(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String avant,
            @RequestParam(defaultValue = "") String fait) {
        var lue = found(utilisateur, id, Cle.parse(avant).orElse(null));
        pages.seen(utilisateur, lue.conversation());
        return pages.begin(page, utilisateur, lue, fait);
    }

    @Microphone
    @PostMapping("/messagerie/conversations/{id}/messages")
    ModelAndView answer(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @ModelAttribute ReponseForm form,
            @RequestParam(defaultValue = "") List<UUID> depots,
            @RequestParam(required = false) @Nullable List<MultipartFile> fichiers) {
        var lue = found(utilisateur, id, null);
        var conversation = lue.conversation();
        if (!conversation.answerable(utilisateur)) {
            throw new Introuvable();
        }
        var erreurs = new Erreurs();
        var pieces = lettres.take(utilisateur, depots, fichiers, erreurs);
        var texte = lettres.said(utilisateur, form.redige(), pieces);
        LettresEcrites.judge(texte, reglages.caracteres(), "texte", erreurs);
        boolean choice = conversation.ouverte() && conversation.combien() > 2 && !conversation.isBegunBy(utilisateur);
        boolean apart = choice ? !form.toAll() : !conversation.answersAll(utilisateur);
        form.judge(choice, apart, conversation.combien() - 1, erreurs);
        if (!erreurs.isEmpty()) {
            return pages.show(page.with(erreurs), utilisateur, lue, form, pieces, "");
        }
        var lettre = new Lettre(texte, form.jeton(), pieces, null);
        var depart = departs.ask(
                utilisateur,
                Partance.of(
                        conversation.ecoleId(),
                        apart ? List.of() : conversation.publics(utilisateur),
                        lettre.texte().brut()));
        if (depart.refuse()) {
            return pages.show(page.with(erreurs.add("texte", depart.phrase())), utilisateur, lue, form, pieces, "");
        }
        try {
            var there = apart
                    ? apart(utilisateur, conversation, lettre, depart)
                    : here(utilisateur, conversation, lettre, depart);
            pages.sent(utilisateur, id);
            return lettres.written(utilisateur, there, lettre.cle(), depart);
        } catch (DepotRefuse e) {
            return pages.show(
                    page.with(erreurs.add(LettresEcrites.FICHIERS, e.phrase())), utilisateur, lue, form, pieces, "");
        }
    }

    private Lue found(Utilisateur utilisateur, UUID id, @Nullable Cle avant) {
        return lecture.find(utilisateur, id, avant).filter(lue -> !lue.empty()).orElseThrow(Introuvable::new);
    }

    private UUID here(Utilisateur utilisateur, Conversation conversation, Lettre lettre, Depart depart) {
        correspondance.reply(utilisateur, conversation, lettre, depart, clock.instant());
        return conversation.id();
    }

    /// To its author alone, in a conversation of their own, which goes on from one answer to the next.
    private UUID apart(Utilisateur utilisateur, Conversation conversation, Lettre lettre, Depart depart) {
        var begun = correspondance.apart(utilisateur, conversation.id()).flatMap(id -> readable(utilisateur, id));
        if (begun.isPresent()) {
            return here(utilisateur, begun.get(), lettre, depart);
        }
        var author = conversation.author();
        if (author == null || !author.joignable()) {
            throw new Introuvable();
        }
        return correspondance.begin(
                utilisateur,
                new Envoi(
                        conversation.ecoleId(),
                        conversation.objet(),
                        List.of(Public.ofPersonnes(
                                conversation.ecoleId(), List.of(author.personneId()), Cote.qui(author.nature()))),
                        "",
                        utilisateur.is(Profil.PARENT) ? conversation.mesEleves() : Set.of(),
                        false,
                        false,
                        conversation.id(),
                        lettre),
                depart,
                clock.instant());
    }

    private Optional<Conversation> readable(Utilisateur utilisateur, UUID id) {
        return lecture.find(utilisateur, id, null).map(Lue::conversation);
    }
}
