package fr.entecole.annuaire.aaf.depots;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.aaf.AafReglages;
import fr.entecole.annuaire.aaf.LotsDeposes;
import fr.entecole.annuaire.aaf.LotsDeposes.Nouveau;
import fr.entecole.annuaire.aaf.MotsDesLots;
import fr.entecole.annuaire.declarations.ActeAnnuaire;
import fr.entecole.documents.rangement.RangementIndisponible;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.Uuids;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import fr.entecole.socle.web.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// The region drops an archive and follows its import, which goes on whether or not anyone looks.
@Pour(Profil.ADMINISTRATEUR)
@Controller
class DepotsDeLotsController {

    static final String ADRESSE = "/annuaire/lots/depots";
    private static final long MEGA = 1_000_000;

    private final LotsDeposes depots;
    private final ArchivesDesLots archives;
    private final Importeur importeur;
    private final AafReglages reglages;
    private final Journal journal;

    DepotsDeLotsController(
            LotsDeposes depots, ArchivesDesLots archives, Importeur importeur, AafReglages reglages, Journal journal) {
        this.depots = depots;
        this.archives = archives;
        this.importeur = importeur;
        this.reglages = reglages;
        this.journal = journal;
    }

    @GetMapping("/annuaire/lots/depot")
    ModelAndView form(Page page, @RequestParam(defaultValue = "false") boolean essai) {
        return view(page, "", essai);
    }

    @PostMapping(ADRESSE)
    ModelAndView drop(
            Page page,
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") String academie,
            @RequestParam(defaultValue = "false") boolean essai,
            @RequestParam(required = false) @Nullable MultipartFile fichier) {
        var erreurs = erreurs(academie, fichier);
        if (!erreurs.isEmpty()) {
            return view(page.with(erreurs), academie, essai);
        }
        var archive = Objects.requireNonNull(fichier);
        var id = Uuids.v7();
        try {
            var cle = keep(archive);
            var nom = ArchivesDesLots.name(Objects.requireNonNullElse(archive.getOriginalFilename(), ""));
            depots.add(new Nouveau(
                    id,
                    academie,
                    nom,
                    archive.getSize(),
                    "ECRAN",
                    cle,
                    utilisateur.personneId(),
                    essai,
                    false,
                    Set.of()));
        } catch (IOException | RangementIndisponible e) {
            return view(
                    page.with(
                            Erreurs.of(
                                    "fichier",
                                    t(
                                            "L’ENT n’a plus la place de garder cette archive. Prévenez la personne qui tient le serveur."))),
                    academie,
                    essai);
        }
        journal.record(Fait.of(ActeAnnuaire.IMPORT_DEPOSE, id)
                .by(utilisateur.compteId())
                .with(Map.of("academie", academie))
                .ofRegion());
        importeur.wake();
        return Adresse.go("/annuaire/lots/depots/{id}", id);
    }

    @GetMapping("/annuaire/lots/depots/{id}")
    ModelAndView follow(@PathVariable UUID id, Page page) {
        return depots.find(id)
                .map(depot -> page.titled(depot.page()).view("annuaire/aaf/depots/suivi", Map.of("depot", depot)))
                .orElseThrow(Introuvable::new);
    }

    private String keep(MultipartFile fichier) throws IOException {
        var folder = Files.createTempDirectory("ent-depot-");
        var whole = folder.resolve("archive");
        try {
            fichier.transferTo(whole);
            return archives.keep(whole);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private Erreurs erreurs(String academie, @Nullable MultipartFile fichier) {
        var erreurs = new Erreurs();
        if (!reglages.knows(academie)) {
            erreurs.add("academie", t("Choisissez l’académie dont vient cet annuaire."));
        }
        if (fichier == null || fichier.isEmpty()) {
            return erreurs.add("fichier", t("Choisissez l’archive à déposer."));
        }
        var nom = ArchivesDesLots.name(Objects.requireNonNullElse(fichier.getOriginalFilename(), ""));
        if (!ArchivesDesLots.isArchive(nom)) {
            erreurs.add(
                    "fichier",
                    t(
                            "Ce fichier n’est pas une archive : déposez celle de l’académie telle quelle, en .zip, .tgz ou .tar.gz."));
        }
        if (fichier.getSize() > reglages.depotMax().toBytes()) {
            erreurs.add(
                    "fichier",
                    t(
                            "Cette archive est trop lourde : {0, number} Mo au plus.",
                            reglages.depotMax().toBytes() / MEGA));
        }
        return erreurs;
    }

    private ModelAndView view(Page page, String academie, boolean essai) {
        List<Option> academies = reglages.academies().values().stream()
                .sorted()
                .map(code -> new Option(code, MotsDesLots.academie(code)))
                .toList();
        return page.titled(t("Déposer un annuaire"))
                .view(
                        "annuaire/aaf/depots/depot",
                        Map.of(
                                "academies",
                                academies,
                                "academie",
                                academie,
                                "essai",
                                essai,
                                "largest",
                                reglages.depotMax().toBytes() / MEGA));
    }
}
