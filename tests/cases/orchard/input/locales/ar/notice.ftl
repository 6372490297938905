language-name = العربية
contents = المحتويات
languages = اللغات
policies = السياسات
skip-to-text = الانتقال إلى النص
draft-banner = هذه مسودة: وهي غير سارية المفعول.
clause-missing = لم يُترجم هذا البند بعد (لغة النص: { $language }).
