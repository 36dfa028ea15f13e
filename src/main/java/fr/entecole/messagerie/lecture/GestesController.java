package fr.entecole.messagerie.lecture;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.messagerie.Boite;
import fr.entecole.messagerie.Boite.Vue;
import fr.entecole.messagerie.Conversation;
import fr.entecole.messagerie.LectureDesConversations;
import fr.entecole.messagerie.LectureDesConversations.Lue;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.HorsEnvoi;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What one does with a message of one's own, or with a conversation in one's own box.
@HorsEnvoi
@Pour({Profil.ELEVE, Profil.PARENT, Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL})
@Controller
class GestesController {

    private static final String THERE = "/messagerie/conversations/{id}?fait={fait}";
    private static final int LONGEST_MOTIF = 200;
    private static final int LONGEST_NOM = 40;

    private final LectureDesConversations lecture;
    private final ReprisesDesMessages reprises;
    private final Classement classement;
    private final Boite boite;
    private final Clock clock;

    GestesController(
            LectureDesConversations lecture,
            ReprisesDesMessages reprises,
            Classement classement,
            Boite boite,
            Clock clock) {
        this.lecture = lecture;
        this.reprises = reprises;
        this.classement = classement;
        this.boite = boite;
        this.clock = clock;
    }

    @PostMapping("/messagerie/messages/{id}/annulation")
    ModelAndView cancel(Utilisateur utilisateur, @PathVariable UUID id) {
        var conversation = mine(utilisateur, id);
        boolean done = reprises.cancel(utilisateur, id, clock.instant());
        return lecture.find(utilisateur, conversation, null)
                        .filter(lue -> !lue.empty())
                        .isPresent()
                ? Adresse.go(THERE, conversation, done ? "annule" : "tard")
                : Adresse.go("/messagerie");
    }

    @PostMapping("/messagerie/messages/{id}/rappel")
    ModelAndView recall(Utilisateur utilisateur, @PathVariable UUID id) {
        var conversation = mine(utilisateur, id);
        boolean done = reprises.recall(utilisateur, id, clock.instant());
        return Adresse.go(THERE, conversation, done ? "rappele" : "tard");
    }

    private UUID mine(Utilisateur utilisateur, UUID message) {
        return lecture.message(utilisateur, message)
                .filter(m -> m.mien())
                .flatMap(_ -> lecture.holding(utilisateur, message))
                .orElseThrow(Introuvable::new);
    }

    @PostMapping("/messagerie/conversations/{id}/non-lu")
    ModelAndView unread(Utilisateur utilisateur, @PathVariable UUID id) {
        found(utilisateur, id);
        classement.unread(utilisateur, id);
        return Adresse.go("/messagerie?fait=nonlu");
    }

    /// @param marque empty takes the mark away
    @PostMapping("/messagerie/conversations/{id}/marque")
    ModelAndView mark(Utilisateur utilisateur, @PathVariable UUID id, @RequestParam(defaultValue = "") String marque) {
        found(utilisateur, id);
        classement.mark(utilisateur, id, !marque.isEmpty(), clock.instant());
        return Adresse.go("/messagerie/conversations/{id}", id);
    }

    @GetMapping("/messagerie/conversations/{id}/classement")
    ModelAndView file(Page page, Utilisateur utilisateur, @PathVariable UUID id) {
        var conversation = found(utilisateur, id);
        var dossier = conversation.dossierId();
        return file(
                page,
                utilisateur,
                conversation,
                dossier == null ? "" : dossier.toString(),
                "",
                conversation.classeMotif());
    }

    /// @param dossier id of a folder; empty for none, or for the new one
    /// @param nom of a new folder
    /// @param geste `reprendre` puts it back among the others
    @PostMapping("/messagerie/conversations/{id}/classement")
    ModelAndView file(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String dossier,
            @RequestParam(defaultValue = "") String nom,
            @RequestParam(defaultValue = "") String motif,
            @RequestParam(defaultValue = "") String geste) {
        var conversation = found(utilisateur, id);
        if (geste.equals("reprendre")) {
            classement.unfile(utilisateur, id);
            return Adresse.go("/messagerie/conversations/{id}", id);
        }
        var why = motif.strip().replaceAll("\\s+", " ");
        var called = nom.strip().replaceAll("\\s+", " ");
        var erreurs = new Erreurs();
        if (why.isEmpty() || why.length() > LONGEST_MOTIF) {
            erreurs.add("motif", t("Dites pourquoi vous le gardez, en {0} caractères au plus.", LONGEST_MOTIF));
        }
        if (called.length() > LONGEST_NOM) {
            erreurs.add("nom", t("Raccourcissez ce nom\u00a0: {0} caractères au plus.", LONGEST_NOM));
        }
        if (!erreurs.isEmpty()) {
            return file(page.with(erreurs), utilisateur, conversation, dossier, nom, motif);
        }
        var now = clock.instant();
        var into = called.isEmpty() ? uuid(dossier) : classement.open(utilisateur, conversation.ecoleId(), called, now);
        classement.file(utilisateur, id, into, why, now);
        return Adresse.go("/messagerie?fait=classe");
    }

    private ModelAndView file(
            Page page, Utilisateur utilisateur, Conversation conversation, String dossier, String nom, String motif) {
        Map<String, Object> model = new HashMap<>();
        model.put("conversation", conversation);
        model.put(
                "dossiers", boite.read(utilisateur, Vue.CLASSES, null, null, 1).dossiers());
        model.put("dossier", dossier);
        model.put("nom", nom);
        model.put("motif", motif);
        model.put("tu", utilisateur.is(Profil.ELEVE));
        return page.titled(t("Classer")).view("messagerie/lecture/classement", model);
    }

    private Conversation found(Utilisateur utilisateur, UUID id) {
        return lecture.find(utilisateur, id, null)
                .filter(lue -> !lue.empty())
                .map(Lue::conversation)
                .orElseThrow(Introuvable::new);
    }

    private static @Nullable UUID uuid(String words) {
        try {
            return words.isEmpty() ? null : UUID.fromString(words);
        } catch (IllegalArgumentException _) {
            throw new Introuvable();
        }
    }
}
