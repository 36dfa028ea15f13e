package fr.entecole.messagerie.ecriture;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.documents.DepotRefuse;
import fr.entecole.messagerie.Acces;
import fr.entecole.messagerie.Correspondance;
import fr.entecole.messagerie.Envoi.Lettre;
import fr.entecole.messagerie.LectureDesConversations;
import fr.entecole.messagerie.ReglagesMessagerie;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import fr.entecole.socle.web.Microphone;
import fr.entecole.surete.Departs;
import fr.entecole.surete.Partance;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// Beginning a conversation.
@Pour({Profil.ELEVE, Profil.PARENT, Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL})
@Controller
class NouveauController {

    private final PageDuNouveau nouveau;
    private final ChoixJuge choix;
    private final LettresEcrites lettres;
    private final Departs departs;
    private final Correspondance correspondance;
    private final LectureDesConversations lecture;
    private final ReglagesMessagerie reglages;
    private final Clock clock;

    NouveauController(
            PageDuNouveau nouveau,
            ChoixJuge choix,
            LettresEcrites lettres,
            Departs departs,
            Correspondance correspondance,
            LectureDesConversations lecture,
            ReglagesMessagerie reglages,
            Clock clock) {
        this.nouveau = nouveau;
        this.choix = choix;
        this.lettres = lettres;
        this.departs = departs;
        this.correspondance = correspondance;
        this.lecture = lecture;
        this.reglages = reglages;
        this.clock = clock;
    }

    /// @param transmis a message to pass on, with what is attached to it
    @Microphone
    @GetMapping("/messagerie/nouveau")
    ModelAndView write(Page page, Utilisateur utilisateur, @RequestParam(required = false) @Nullable UUID transmis) {
        open(utilisateur);
        var paused = nouveau.paused(page, utilisateur);
        if (paused.isPresent()) {
            return paused.get();
        }
        var contexte = nouveau.read(utilisateur);
        var alone = contexte.interlocuteurs().size() == 1
                ? contexte.interlocuteurs().getFirst().code()
                : "";
        var signed = contexte.signature().isEmpty() ? "" : "\n\n" + contexte.signature();
        if (transmis == null) {
            return nouveau.begin(page, utilisateur, contexte, NouveauForm.empty(alone, "", signed, ""));
        }
        var passed = passed(utilisateur, transmis);
        var message = passed.message();
        var texte = t("{0} écrivait\u00a0:", message.nom()) + "\n\n"
                + message.texte().saisie();
        return nouveau.show(
                page,
                utilisateur,
                contexte,
                NouveauForm.empty(alone, passed.objet(), signed + "\n\n" + texte, transmis.toString()),
                List.of());
    }

    @Microphone
    @PostMapping("/messagerie/conversations")
    ModelAndView send(
            Page page,
            Utilisateur utilisateur,
            @ModelAttribute NouveauForm form,
            @RequestParam(defaultValue = "") List<UUID> depots,
            @RequestParam(required = false) @Nullable List<MultipartFile> fichiers) {
        open(utilisateur);
        var transmis = form.passedOn().map(id -> passed(utilisateur, id));
        var contexte = nouveau.read(utilisateur);
        var erreurs = new Erreurs();
        var pieces = lettres.take(utilisateur, depots, fichiers, erreurs);
        if (form.again()) {
            return nouveau.show(page.with(erreurs), utilisateur, contexte, form, pieces);
        }
        var lettre = new Lettre(
                lettres.said(utilisateur, form.redige(), pieces),
                form.jeton(),
                pieces,
                transmis.map(passed -> passed.message().id()).orElse(null));
        var envoi = choix.judge(utilisateur, contexte, form, lettre, erreurs);
        form.judge(lettre.texte(), reglages.caracteres(), erreurs);
        if (envoi != null
                && transmis.filter(passed -> !passed.permits(envoi.pour())).isPresent()) {
            erreurs.add(whom(utilisateur), Transmission.refus());
        }
        if (envoi == null || !erreurs.isEmpty()) {
            return nouveau.show(page.with(erreurs), utilisateur, contexte, form, pieces);
        }
        var depart = departs.ask(
                utilisateur,
                Partance.of(
                        envoi.ecole(),
                        envoi.pour(),
                        form.objet(),
                        lettre.texte().brut()));
        if (depart.refuse()) {
            erreurs.add(whom(utilisateur), depart.phrase());
            return nouveau.show(page.with(erreurs), utilisateur, contexte, form, pieces);
        }
        try {
            var id = correspondance.begin(utilisateur, envoi, depart, clock.instant());
            nouveau.sent(utilisateur, form);
            return lettres.written(utilisateur, id, lettre.cle(), depart);
        } catch (DepotRefuse e) {
            return nouveau.show(
                    page.with(erreurs.add(LettresEcrites.FICHIERS, e.phrase())), utilisateur, contexte, form, pieces);
        }
    }

    /// The field in which one says for whom it is.
    private static String whom(Utilisateur utilisateur) {
        return PageDuNouveau.picks(utilisateur) ? "pour" : "a";
    }

    /// What this person reads, and is not a pupil.
    private Transmission passed(Utilisateur utilisateur, UUID message) {
        return lecture.message(utilisateur, message)
                .filter(_ -> !utilisateur.is(Profil.ELEVE))
                .map(Transmission::new)
                .orElseThrow(Introuvable::new);
    }

    private static void open(Utilisateur utilisateur) {
        if (!Acces.of(utilisateur).hasBox()) {
            throw new Introuvable();
        }
    }
}
