package fr.entecole.demonstration;

import static fr.entecole.demonstration.Lignes.mapping;
import static fr.entecole.demonstration.Lignes.optional;
import static fr.entecole.demonstration.Lignes.read;
import static fr.entecole.demonstration.Lignes.rows;
import static fr.entecole.demonstration.Lignes.section;
import static fr.entecole.demonstration.Lignes.text;

import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Petits;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.ecoles.Ouvertures;
import fr.entecole.annuaire.saisies.Saisies;
import fr.entecole.comptes.Comptes;
import fr.entecole.socle.Decor;
import fr.entecole.socle.Decor.Monde;
import fr.entecole.socle.Decor.Personnage;
import fr.entecole.socle.Profil;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the feeds of the named world don't carry (`monde/complements.yaml`): open schools, teachers' classes, people of
/// communes and of the académie, and who is called how; then what each module adds (`Decor`). All of it or nothing.
@Component
class Complements {

    private static final String PAR = "demonstration";

    private final Saisies saisies;
    private final Ouvertures ouvertures;
    private final Reperes reperes;
    private final Comptes comptes;
    private final Petits petits;
    private final List<Decor> decors;

    Complements(
            Saisies saisies,
            Ouvertures ouvertures,
            Reperes reperes,
            Comptes comptes,
            Petits petits,
            List<Decor> decors) {
        this.saisies = saisies;
        this.ouvertures = ouvertures;
        this.reperes = reperes;
        this.comptes = comptes;
        this.petits = petits;
        this.decors =
                decors.stream().sorted(Comparator.comparingInt(Decor::ordre)).toList();
    }

    @Transactional
    public void apply(LocalDate jour) {
        var world = read();
        Map<String, UUID> entered = new HashMap<>();
        names(world);
        schools(world);
        people(world, jour, entered);
        links(world);
        comptes.createMissing();
        var monde = new MondeCharge(jour, cast(world, entered));
        decors.forEach(decor -> decor.install(monde));
    }

    private void names(Map<String, Object> world) {
        for (var commune : rows(world.get("communes"))) {
            saisies.nameCommune(text(commune, "insee"), text(commune, "nom"), text(commune, "siret"));
        }
        for (var name : mapping(section(world, "ecoles").get("noms")).entrySet()) {
            saisies.nameEcole(name.getKey(), String.valueOf(name.getValue()));
        }
    }

    private void schools(Map<String, Object> world) {
        var ecoles = section(world, "ecoles");
        ouvertures.open(
                ((List<?>) Objects.requireNonNull(ecoles.get("ouvertes")))
                        .stream().map(String::valueOf).toList(),
                PAR);
        for (var closed : mapping(ecoles.get("fermees")).entrySet()) {
            ouvertures.open(List.of(closed.getKey()), PAR);
            ouvertures.close(List.of(closed.getKey()), String.valueOf(closed.getValue()), PAR);
        }
    }

    private void people(Map<String, Object> world, LocalDate jour, Map<String, UUID> entered) {
        for (var p : rows(world.get("personnels"))) {
            entered.put(
                    text(p, "cle"),
                    saisies.addPersonnel(
                            reperes.ecole(text(p, "uai")),
                            text(p, "civilite"),
                            text(p, "prenom"),
                            text(p, "nom"),
                            text(p, "fonction")));
        }
        for (var a : rows(world.get("agents"))) {
            var circonscription = optional(a, "circonscription");
            entered.put(
                    text(a, "cle"),
                    saisies.addAgent(new Saisies.Agent(
                            Profil.valueOf(text(a, "profil")),
                            optional(a, "civilite"),
                            text(a, "prenom"),
                            text(a, "nom"),
                            null,
                            optional(a, "commune"),
                            circonscription == null ? null : reperes.ecole(circonscription),
                            optional(a, "fin") == null ? null : jour.with(TemporalAdjusters.lastDayOfMonth()))));
        }
    }

    private void links(Map<String, Object> world) {
        for (var e : rows(world.get("enseignements"))) {
            var personnel = person(e, Nature.PERSONNEL, "personnel");
            var classe = reperes.classe(text(e, "academie"), text(e, "classe"));
            saisies.addEnseignement(personnel, classe, PAR);
            // Reading the class gives each young child a picture, before anyone comes in.
            petits.classe(classe, personnel);
        }
    }

    private List<Personnage> cast(Map<String, Object> world, Map<String, UUID> entered) {
        List<Personnage> cast = new ArrayList<>();
        for (var group : rows(world.get("entrees"))) {
            for (var door : rows(group.get("personnes"))) {
                var personne = behind(door, entered);
                cast.add(new Personnage(
                        personne,
                        comptes.ofPersonne(personne).orElseThrow(),
                        text(group, "groupe"),
                        text(door, "nom"),
                        text(door, "montre")));
            }
        }
        return List.copyOf(cast);
    }

    private UUID behind(Map<String, Object> door, Map<String, UUID> entered) {
        for (var key : List.of("agent", "saisi")) {
            if (door.containsKey(key)) {
                return Objects.requireNonNull(entered.get(text(door, key)));
            }
        }
        for (var nature : List.of(Nature.PERSONNEL, Nature.RESPONSABLE, Nature.ELEVE)) {
            var key = nature.name().toLowerCase(Locale.ROOT);
            if (door.containsKey(key)) {
                return person(door, nature, key);
            }
        }
        throw new IllegalArgumentException("nobody behind a demonstration door");
    }

    private UUID person(Map<String, Object> row, Nature nature, String key) {
        return reperes.personne(text(row, "academie"), nature, text(row, key));
    }

    private record MondeCharge(LocalDate jour, List<Personnage> distribution) implements Monde {}
}
