package fr.entecole.cahierdetextes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.cahierdetextes.Mien.Ligne;
import fr.entecole.cahierdetextes.Rendus.Remise;
import fr.entecole.documents.DepotRefuse;
import fr.entecole.documents.Documents;
import fr.entecole.documents.Exigence;
import fr.entecole.documents.Reception;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Registre;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import fr.entecole.socle.web.Microphone;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// One piece of work: as a pupil and their family have it, with what they handed back; as the school has it, with who
/// has done it. And what a pupil hands back.
@Controller
class TravailController {

    static final int LONGEST = 2000;
    private static final String FICHIERS = "fichiers";

    private final LectureDuCahier lecture;
    private final Rendus remises;
    private final Reception reception;
    private final Documents documents;
    private final ReglagesCahierDeTextes reglages;
    private final Lectures lectures;
    private final Clock clock;

    TravailController(
            LectureDuCahier lecture,
            Rendus remises,
            Reception reception,
            Documents documents,
            ReglagesCahierDeTextes reglages,
            Lectures lectures,
            Clock clock) {
        this.lecture = lecture;
        this.remises = remises;
        this.reception = reception;
        this.documents = documents;
        this.reglages = reglages;
        this.lectures = lectures;
        this.clock = clock;
    }

    /// @param fait what was just done: `rendu`, `repris`, `repondu`
    @Pour({Profil.PARENT, Profil.ELEVE, Profil.ENSEIGNANT, Profil.DIRECTEUR})
    @Microphone
    @GetMapping("/cahierdetextes/travaux/{id}")
    ModelAndView show(
            Page page, Utilisateur utilisateur, @PathVariable UUID id, @RequestParam(defaultValue = "") String fait) {
        return utilisateur.is(Profil.ENSEIGNANT, Profil.DIRECTEUR)
                ? follow(page, utilisateur, id, fait)
                : read(page, utilisateur, mine(utilisateur, id), fait, again(utilisateur, id, fait), List.of());
    }

    /// What a pupil has just taken back comes back into their form.
    private String again(Utilisateur utilisateur, UUID id, String fait) {
        return fait.equals("repris") && utilisateur.is(Profil.ELEVE)
                ? remises.takenBack(utilisateur.personnes(), id)
                : "";
    }

    private ModelAndView read(
            Page page, Utilisateur utilisateur, Mien mien, String fait, String texte, List<UUID> depots) {
        var ligne = mien.lignes().getFirst();
        var travail = ligne.travail();
        var pour = mien.eleves().stream().filter(e -> e.concerns(travail)).toList();
        var handed = lectures.read(Rendus.of(
                utilisateur, travail.id(), pour.stream().map(Eleve::id).toList()));
        var parametres = common(ligne, pour, handed, fait);
        parametres.put("texte", texte);
        parametres.put("deja", documents.uploads(utilisateur, depots));
        parametres.put("fin", reglages.fin(AnneeScolaire.of(travail.jour())));
        var gabarit = Registre.of(utilisateur).petits()
                ? "cahierdetextes/travail-petits"
                : utilisateur.is(Profil.ELEVE) ? "cahierdetextes/travail-eleve" : "cahierdetextes/travail-famille";
        return page.titled(travail.matiere()).view(gabarit, parametres);
    }

    private ModelAndView follow(Page page, Utilisateur utilisateur, UUID id, String fait) {
        var ligne = lecture.one(id).orElseThrow(Introuvable::new);
        var travail = ligne.travail();
        var ouvert = lecture.open(utilisateur, travail.classeId(), travail.jour(), travail.jour())
                .orElseThrow(Introuvable::new);
        var cahier = ouvert.cahier();
        boolean teaches =
                cahier.classe() != null && TravailAccess.of(utilisateur).seesPupils(cahier.ecole(), cahier.id());
        var handed = teaches
                ? lectures.read(Rendus.of(utilisateur, id, ligne.rendus().keySet()))
                : List.<Remise>of();
        var pupils = ouvert.eleves().stream().filter(e -> e.concerns(travail)).toList();
        var parametres = common(ligne, pupils, handed, fait);
        parametres.put("cahier", cahier);
        parametres.put("suit", teaches);
        parametres.put("fin", reglages.fin(cahier.annee()));
        return page.titled(travail.matiere()).view("cahierdetextes/travail", parametres);
    }

    /// What is attached to the work and to what was handed back is one statement.
    private Map<String, Object> common(Ligne ligne, List<Eleve> eleves, List<Remise> handed, String fait) {
        var choses = new ArrayList<UUID>();
        choses.add(ligne.travail().id());
        handed.forEach(remise -> choses.add(remise.id()));
        return new HashMap<>(Map.of(
                "ligne", ligne,
                "eleves", eleves,
                "remises", handed,
                "pieces", documents.of(PiecesDuCahier.SALLE, choses),
                "fait", fait));
    }

    @Pour(Profil.ELEVE)
    @Microphone
    @PostMapping("/cahierdetextes/travaux/{id}/remise")
    ModelAndView hand(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String texte,
            @RequestParam(defaultValue = "") List<UUID> depots,
            @RequestParam(required = false) @Nullable List<MultipartFile> fichiers) {
        var mien = mine(utilisateur, id);
        var travail = mien.lignes().getFirst().travail();
        if (!travail.aFaire()) {
            throw new Introuvable();
        }
        var words = texte.strip().replace("\r\n", "\n");
        var erreurs = new Erreurs();
        var pieces = depots;
        try {
            var files = fichiers == null ? List.<MultipartFile>of() : fichiers;
            pieces = reception.take(utilisateur, depots, files, "", Exigence.AUCUNE);
            if (words.isEmpty() && pieces.isEmpty()) {
                erreurs.add(FICHIERS, t("Choisis une photo, un son, ou écris une phrase."));
            } else if (words.length() > LONGEST) {
                erreurs.add("texte", t("Ton texte est trop long\u00a0: {0} caractères au plus.", LONGEST));
            } else {
                remises.hand(utilisateur, travail, words, pieces, clock.instant());
                return Adresse.go("/cahierdetextes/travaux/{id}?fait=rendu", id);
            }
        } catch (DepotRefuse e) {
            erreurs.add(FICHIERS, e.phrase());
            pieces = e.with(pieces);
        }
        return read(page.with(erreurs), utilisateur, mien, "", words, pieces);
    }

    private Mien mine(Utilisateur utilisateur, UUID id) {
        var mien = lecture.mine(utilisateur, List.of(id));
        if (mien.lignes().isEmpty()) {
            throw new Introuvable();
        }
        return mien;
    }
}
