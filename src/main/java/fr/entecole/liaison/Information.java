package fr.entecole.liaison;

import static fr.entecole.socle.Phrases.t;

import org.springframework.stereotype.Component;

/// A plain mot: what is said, and perhaps something asked.
@Component
public class Information implements GenreDeMot {

    public static final String CODE = "INFORMATION";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String nom() {
        return t("Information");
    }

    @Override
    public String precision() {
        return t("Un mot à lire, et à signer si vous le demandez");
    }

    @Override
    public String icone() {
        return "mot";
    }

    @Override
    public int ordre() {
        return 10;
    }

    @Override
    public String adresse() {
        return "/liaison/nouveau";
    }
}
