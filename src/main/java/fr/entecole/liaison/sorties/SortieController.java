package fr.entecole.liaison.sorties;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Familles;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.liaison.ActeLiaison;
import fr.entecole.liaison.LectureDesMots;
import fr.entecole.liaison.MotAccess;
import fr.entecole.liaison.suivi.LectureDuSuivi;
import fr.entecole.papier.Imprimerie;
import fr.entecole.papier.Imprimerie.Attente;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.HorsEnvoi;
import fr.entecole.socle.web.Introuvable;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// The list of the day of an outing, printed.
@Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
@Controller
class SortieController {

    private final LectureDesMots lecture;
    private final LectureDuSuivi suivi;
    private final Sorties sorties;
    private final Familles familles;
    private final Appellations appellations;
    private final Imprimerie imprimerie;
    private final Journal journal;

    SortieController(
            LectureDesMots lecture,
            LectureDuSuivi suivi,
            Sorties sorties,
            Familles familles,
            Appellations appellations,
            Imprimerie imprimerie,
            Journal journal) {
        this.lecture = lecture;
        this.suivi = suivi;
        this.sorties = sorties;
        this.familles = familles;
        this.appellations = appellations;
        this.imprimerie = imprimerie;
        this.journal = journal;
    }

    @HorsEnvoi
    @PostMapping("/liaison/mots/{id}/liste")
    @Nullable
    ModelAndView print(Page page, Utilisateur utilisateur, @PathVariable UUID id, HttpServletResponse response)
            throws IOException {
        var mot = lecture.sent(utilisateur, id)
                .filter(m -> MotAccess.of(utilisateur).follows(m))
                .filter(m -> m.genre().equals(GenreSortie.CODE))
                .orElseThrow(Introuvable::new);
        var attente = new Attente(Map.of(), "", "/liaison/mots/" + id, t("Retour au suivi"));
        return imprimerie.print(page, attente, response, () -> {
            var liste = suivi.with(
                    mot,
                    sorties.lecture(mot).with(sorties.precautions(id), Map::entry),
                    (read, day) -> new ListeDuJour(
                            mot, day.getKey().orElseThrow(), read, day.getValue(), calls(utilisateur, mot.ecoleId())));
            var lieu = appellations.ecoles(List.of(mot.ecoleId())).getOrDefault(mot.ecoleId(), "");
            try (var tirage = imprimerie.open(response, "liste-sortie-" + page.aujourdhui())) {
                tirage.add(List.of(liste.feuillet(lieu, page.aujourdhui())));
                tirage.finish();
            }
            journal.record(Fait.of(ActeLiaison.LISTE_DU_JOUR_IMPRIMEE, id)
                    .by(utilisateur.compteId())
                    .inEcole(mot.ecoleId()));
            return null;
        });
    }

    /// Whom the directory lets this member of staff call, child by child.
    private Map<UUID, List<String>> calls(Utilisateur utilisateur, UUID ecole) {
        var perimetre = Perimetre.of(utilisateur);
        var classes = perimetre.directs(ecole)
                ? familles.ofEcole(ecole, utilisateur.personneId())
                : perimetre.classesTaught().stream()
                        .flatMap(c -> familles.classe(c, utilisateur.personneId()).stream())
                        .toList();
        Map<UUID, List<String>> calls = new HashMap<>();
        classes.forEach(classe -> classe.eleves()
                .forEach(eleve -> calls.put(
                        eleve.id(),
                        eleve.responsables().stream()
                                .map(r -> t(
                                        "{0}\u00a0: {1}",
                                        r.nomComplet(),
                                        r.telephones().isEmpty()
                                                ? t("pas de téléphone")
                                                : Familles.affiches(r).getFirst()))
                                .toList())));
        return calls;
    }
}
