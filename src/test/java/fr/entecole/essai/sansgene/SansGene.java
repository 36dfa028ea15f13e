package fr.entecole.essai.sansgene;

import static fr.entecole.maison.Passant.ENSEIGNANTE;
import static fr.entecole.maison.Passant.RESPONSABLE;

import fr.entecole.maison.Exemple;
import fr.entecole.maison.ExempleDeModule;
import fr.entecole.maison.Monde;
import fr.entecole.maison.Passant;
import fr.entecole.socle.DonneesPersonnelles;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What the bad citizen shows and answers. No bean: the house does not ask it.
public final class SansGene implements ExempleDeModule, DonneesPersonnelles {

    public static final String SCHEMA = MotsSansGene.SCHEMA;

    private final List<Reste> keeps;

    public SansGene() {
        this(List.of());
    }

    /// @param keeps what it says that it keeps, which nothing ever takes away
    public SansGene(List<Reste> keeps) {
        this.keeps = keeps;
    }

    @Override
    public String module() {
        return "sansgene";
    }

    @Override
    public void show(Monde monde, Exemple exemple) {
        monde.post(ENSEIGNANTE, "/sansgene/classes/" + monde.classe() + "/mots", "texte", "Piscine mardi.");
        exemple.post("/sansgene/classes/{classe}/mots")
                .with("classe", monde.classe())
                .field("texte", "Piscine jeudi.")
                .answers(ENSEIGNANTE);
        exemple.get("/sansgene/eleves/{eleve}/mots")
                .with("eleve", monde.personne(Passant.ELEVE))
                .answers(RESPONSABLE);
        exemple.get("/sansgene/mots/{mot}")
                .with("mot", monde.id("select id from sansgene.mot limit 1"))
                .answers(ENSEIGNANTE, RESPONSABLE);
    }

    @Override
    public String schema() {
        return "sansgene";
    }

    @Override
    public List<Traitement> describe() {
        return List.of(new Traitement("Mots", "Les enseignants", Duration.ofDays(365)));
    }

    @Override
    public Map<String, Object> export(UUID personneId) {
        return Map.of();
    }

    @Override
    public void erase(UUID personneId) {}

    @Override
    public List<Reste> keeps() {
        return keeps;
    }

    @Override
    public void purge() {}
}
